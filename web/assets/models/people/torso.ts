import type { Ring, Sculpt } from '../figure/sculpt.ts';
import { SIDES } from './person-rig.ts';
import { mixed, on } from './weights.ts';

/** How the two builds of body differ. Half widths and depths in tiles. */
export interface Build {
  readonly hip: number;
  readonly waist: number;
  readonly chest: number;
  readonly shoulder: number;
  readonly depth: number;
  /** Width of limbs in parts of the broad build's. */
  readonly limb: number;
  /** Lower edge of the tunic and its half width there. */
  readonly hem: number;
  readonly flare: number;
  readonly bust: number;
}

/** By `Look.body`. */
export const BUILDS: readonly [Build, Build] = [
  {
    hip: 0.182,
    waist: 0.178,
    chest: 0.222,
    shoulder: 0.225,
    depth: 0.142,
    limb: 1,
    hem: 0.62,
    flare: 0.235,
    bust: 0,
  },
  {
    hip: 0.182,
    waist: 0.145,
    chest: 0.188,
    shoulder: 0.19,
    depth: 0.126,
    limb: 0.88,
    hem: 0.55,
    flare: 0.25,
    bust: 0.022,
  },
];

/** Trunk and tunic. */
export function torso(sculpt: Sculpt, build: Build): void {
  trunk(sculpt, build);
  tunic(sculpt, build);
  sculpt.until('near', () => buckle(sculpt, build));
}

function trunk(sculpt: Sculpt, { hip, waist, chest, shoulder, depth, bust }: Build): void {
  const round = 0.86;
  const rings: Ring[] = [
    { y: 0.69, rx: 0.1, rz: 0.08, slot: 'trousers', shade: 0.55, weights: on('hips'), until: 'near' },
    { y: 0.78, rx: hip, rz: depth * 0.92, round, slot: 'trousers', shade: 0.7, weights: on('hips') },
    {
      y: 0.875,
      rx: waist * 1.07,
      rz: depth * 0.95,
      round,
      slot: 'leather',
      shade: 0.9,
      weights: on('hips'),
      until: 'far',
    },
    {
      y: 0.93,
      rx: waist * 1.05,
      rz: depth * 0.94,
      round,
      slot: 'shirt',
      shade: 0.82,
      weights: mixed('hips', 'spine', 0.5),
    },
    {
      y: 1.0,
      rx: (waist + chest) / 2,
      rz: depth * 0.98,
      round,
      slot: 'shirt',
      shade: 0.94,
      weights: mixed('spine', 'chest', 0.3),
      until: 'near',
    },
    { y: 1.09, rx: chest, rz: depth + bust, back: depth, z: 0.004, round, slot: 'shirt', weights: on('chest') },
    {
      y: 1.17,
      rx: shoulder,
      rz: depth * 0.98 + bust * 0.6,
      back: depth,
      round,
      slot: 'shirt',
      weights: on('chest'),
      until: 'near',
    },
    {
      y: 1.24,
      rx: shoulder * 0.9,
      rz: depth * 0.8,
      z: -0.006,
      round: 0.92,
      slot: 'shirt',
      weights: on('chest'),
      until: 'far',
    },
    { y: 1.285, rx: 0.112, rz: 0.098, z: -0.012, slot: 'trim', weights: on('chest') },
    { y: 1.306, rx: 0.104, rz: 0.092, z: -0.012, slot: 'trim', shade: 0.95, weights: on('chest'), until: 'near' },
    { y: 1.29, rx: 0.082, rz: 0.074, z: -0.012, slot: 'trim', shade: 0.6, weights: on('chest'), until: 'near' },
  ];
  sculpt.loft(rings, { sides: [12, 8, 5], turn: 0, capLast: sculpt.level !== 'near' });
}

/** The skirt of the tunic follows the thighs a little, so that sitting and running lift it. */
function tunic(sculpt: Sculpt, { waist, depth, hem, flare }: Build): void {
  const top = 0.885;
  const ring = (y: number, share: number, slot: Ring['slot'], shade: number, inset = 0): Ring => ({
    y,
    rx: waist * 1.09 + (flare - waist) * share - inset,
    rz: depth * 1.0 + (flare * 0.82 - depth) * share - inset,
    round: 0.9,
    slot,
    shade,
    weights: on('hips'),
  });
  const rows = [
    ring(top, 0, 'shirt', 0.85),
    ring(top - (top - hem) * 0.5, 0.6, 'shirt', 0.95),
    ring(hem + 0.035, 0.95, 'trim', 0.92),
    ring(hem, 1, 'trim', 0.8),
    ring(hem + 0.05, 0.9, 'trim', 0.42, 0.02),
  ];
  const sides = sculpt.level === 'near' ? 12 : sculpt.level === 'far' ? 8 : 5;
  const kept =
    sculpt.level === 'near' ? rows : sculpt.level === 'far' ? [rows[0], rows[2], rows[3]] : [rows[0], rows[3]];
  const present = kept.filter((row) => row !== undefined);
  skirt(sculpt, present, sides, top);
}

/** A tube that hangs from the hips, each half drawn along by its own thigh, more so lower down. */
export function skirt(sculpt: Sculpt, rings: readonly Ring[], sides: number, top: number, pull = 1.5): void {
  const rows = rings.map((ring) =>
    Array.from({ length: sides }, (_, side) => {
      const angle = (side / sides) * Math.PI * 2;
      const x = Math.sign(Math.cos(angle)) * Math.abs(Math.cos(angle)) ** (ring.round ?? 1) * ring.rx;
      const z = Math.sin(angle) * ring.rz + (ring.z ?? 0);
      const thigh = x >= 0 ? SIDES[0].name : SIDES[1].name;
      const share = Math.min(0.75, Math.max(0, (top - ring.y) * pull) * Math.min(1, Math.abs(x) / (ring.rx * 0.5)));
      return {
        at: [x, ring.y, z] as const,
        slot: ring.slot,
        shade: ring.shade ?? 1,
        weights: mixed('hips', `upperLeg${thigh}`, share),
      };
    }),
  );
  sculpt.grid(rows, true);
}

function buckle(sculpt: Sculpt, { depth }: Build): void {
  const skin = { slot: 'metal', shade: 1, weights: on('hips') } as const;
  sculpt.box([0, 0.905, depth * 0.985], [0.07, 0.055, 0.022], skin);
}
