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
  readonly bust: number;
  /** Width of limbs in parts of the broad build's. */
  readonly limb: number;
  /** Lower edge of the tunic and its half width there. */
  readonly hem: number;
  readonly flare: number;
}

/** By `Look.body`. */
export const BUILDS: readonly [Build, Build] = [
  { hip: 0.182, waist: 0.178, chest: 0.222, shoulder: 0.225, depth: 0.142, bust: 0, limb: 1, hem: 0.62, flare: 0.24 },
  {
    hip: 0.186,
    waist: 0.148,
    chest: 0.188,
    shoulder: 0.19,
    depth: 0.128,
    bust: 0.022,
    limb: 0.88,
    hem: 0.55,
    flare: 0.26,
  },
];

/** Corners around trunk and tunic at the three levels. */
const SIDES_OF_TRUNK = [11, 7] as const;
const TUNIC_TOP = 0.885;

/** Trunk and tunic. */
export function torso(sculpt: Sculpt, build: Build): void {
  trunk(sculpt, build);
  tunic(sculpt, build);
  sculpt.fine(() => buckle(sculpt, build));
}

function trunk(sculpt: Sculpt, { hip, waist, chest, shoulder, depth, bust }: Build): void {
  const cloth = (y: number, rx: number, rz: number, change: Partial<Ring> = {}): Ring => ({
    y,
    rx,
    rz,
    round: 0.86,
    slot: 'shirt',
    weights: on('chest'),
    ...change,
  });
  const collar = (y: number, radius: number, shade: number, until: 'near' | 'far' = 'near'): Ring =>
    cloth(y, radius, radius * 0.9, { z: -0.012, round: 1, slot: 'trim', shade, until });
  const hips = on('hips');
  const rings: Ring[] = [
    cloth(0.78, hip * 0.95, depth * 0.92, { slot: 'trousers', shade: 0.7, weights: hips }),
    cloth(0.875, waist * 1.07, depth * 0.95, { slot: 'leather', shade: 0.9, weights: hips }),
    cloth(0.93, waist * 1.05, depth * 0.94, { shade: 0.82, weights: mixed('hips', 'spine', 0.5) }),
    cloth(1, (waist + chest) / 2, depth * 0.98, { shade: 0.94, weights: mixed('spine', 'chest', 0.3), until: 'near' }),
    cloth(1.09, chest, depth + bust, { back: depth, z: 0.004 }),
    cloth(1.17, shoulder, depth * 0.98 + bust * 0.6, { back: depth, until: 'near' }),
    cloth(1.225, shoulder * 0.95, depth * 0.86, { z: -0.004, round: 0.9 }),
    cloth(1.27, shoulder * 0.72, depth * 0.76, { z: -0.01, round: 0.95, until: 'near' }),
    collar(1.3, 0.112, 1, 'far'),
    collar(1.32, 0.102, 0.95),
    collar(1.302, 0.084, 0.6),
  ];
  sculpt.loft(rings, { sides: SIDES_OF_TRUNK, turn: 0, capLast: sculpt.level !== 'near' });
}

/** The skirt of the tunic. */
function tunic(sculpt: Sculpt, { hip, waist, depth, hem, flare }: Build): void {
  const length = TUNIC_TOP - hem;
  const ring = (y: number, share: number, slot: Ring['slot'], shade: number, inset = 0): Ring => ({
    y,
    rx: waist * 1.09 + (Math.max(flare, hip + 0.03) - waist * 1.09) * share - inset,
    rz: depth + (flare * 0.84 - depth) * share - inset,
    round: 0.9,
    slot,
    shade,
    weights: on('hips'),
  });
  const rows = {
    top: ring(TUNIC_TOP, 0, 'shirt', 0.85),
    hips: ring(TUNIC_TOP - length * 0.28, 0.55, 'shirt', 0.95),
    thighs: ring(TUNIC_TOP - length * 0.62, 0.8, 'shirt', 0.97),
    border: ring(hem + 0.035, 0.95, 'trim', 0.92),
    hem: ring(hem, 1, 'trim', 0.8),
    inside: ring(hem + 0.05, 0.94, 'trim', 0.42, 0.02),
  };
  const { top, border } = rows;
  const near = [top, rows.hips, rows.thighs, border, rows.hem, rows.inside];
  const isNear = sculpt.level === 'near';
  hangingSkirt(sculpt, isNear ? near : [top, border, rows.hem], isNear ? 12 : 7);
}

/**
 * A tube that hangs from the hips, each half drawn along by its own thigh, more so lower down: so
 * sitting and running lift it.
 */
export function hangingSkirt(sculpt: Sculpt, rings: readonly Ring[], sides: number): void {
  const rows = rings.map(({ y, rx, rz, z: middle = 0, round = 1, slot, shade = 1 }) =>
    Array.from({ length: sides }, (_, side) => {
      const angle = (side / sides) * Math.PI * 2;
      const across = Math.cos(angle);
      const x = Math.sign(across) * Math.abs(across) ** round * rx;
      const thigh = x >= 0 ? SIDES[0].name : SIDES[1].name;
      // The middle of front and back belongs to both thighs, so to neither.
      const share = Math.min(0.75, Math.max(0, TUNIC_TOP - y) * 1.5) * Math.min(1, Math.abs(x) / (rx * 0.5));
      const at = [x, y, Math.sin(angle) * rz + middle] as const;
      return { at, slot, shade, weights: mixed('hips', `upperLeg${thigh}`, share) };
    }),
  );
  sculpt.grid(rows, true);
}

function buckle(sculpt: Sculpt, { depth }: Build): void {
  sculpt.box([0, 0.9, depth * 0.99], [0.075, 0.06, 0.022], { slot: 'metal', shade: 1, weights: on('hips') });
}
