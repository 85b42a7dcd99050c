import type { Corner, Ring, Sculpt } from '../figure/sculpt.ts';
import type { Vector } from '../figure/vector.ts';
import { HEAD_LEVELS, headPoint } from './head-shape.ts';
import { SIDES } from './person-rig.ts';
import { hangingSkirt } from './torso.ts';
import { mixed, on } from './weights.ts';

const HEAD = on('head');

/** A cape in five panels, on its own two bones. */
export function cape(sculpt: Sculpt): void {
  sculpt.crease = 0.7;
  const rows = [
    { y: 1.3, half: 0.15, z: -0.085, weights: on('chest') },
    { y: 1.25, half: 0.205, z: -0.14, weights: mixed('chest', 'capeUpper', 0.5) },
    { y: 1.08, half: 0.235, z: -0.178, weights: on('capeUpper') },
    { y: 0.86, half: 0.27, z: -0.2, weights: mixed('capeUpper', 'capeLower', 0.5) },
    { y: 0.6, half: 0.305, z: -0.222, weights: on('capeLower') },
    { y: 0.36, half: 0.335, z: -0.245, weights: on('capeLower') },
  ];
  const corner = (row: (typeof rows)[number], column: number, inside: boolean): Corner => {
    const across = column / 3 - 1;
    const fold = column % 2 === 0 ? 0 : -0.03 * Math.min(1, (1.3 - row.y) * 2);
    const wrap = across * across * 0.05;
    const at: Vector = [across * row.half, row.y, row.z + fold + wrap + (inside ? 0.012 : 0)];
    const shade = (inside ? 0.62 : 1) * (column % 2 === 0 ? 0.9 : 1);
    return { at, slot: inside ? 'itemB' : 'itemA', shade, weights: row.weights };
  };
  const sheet = (inside: boolean) =>
    rows.map((row) => Array.from({ length: 7 }, (_, column) => corner(row, column, inside)));
  sculpt.grid(sheet(false), false);
  sculpt.grid([...sheet(true)].reverse(), false);
  for (const { sign } of SIDES) {
    const clasp = { slot: 'itemC', shade: 1, weights: on('chest') } as const;
    sculpt.box([sign * 0.105, 1.292, 0.075], [0.05, 0.05, 0.03], clasp);
  }
}

const around = (y: number, grow: number, slot: Ring['slot'], shade = 1, rise = 0): Ring => {
  const [side, ,] = headPoint(0, y, grow);
  const front = headPoint(Math.PI / 2, y, grow)[2];
  const back = -headPoint(-Math.PI / 2, y, grow)[2];
  return { y: y + rise, rx: side, rz: front, back, round: 0.9, slot, shade, weights: HEAD };
};

const CROWN = HEAD_LEVELS.at(-1)?.y ?? 1.74;

/** An open helmet with a nose guard, cheek plates and a ridge. */
export function helm(sculpt: Sculpt): void {
  sculpt.crease = 0.75;
  const plate = { slot: 'itemA', weights: HEAD } as const;
  sculpt.loft(
    [
      around(1.605, 0.006, 'itemC', 0.5),
      around(1.605, 0.03, 'itemC', 0.85),
      around(1.648, 0.034, 'itemA', 0.92),
      around(1.652, 0.026, 'itemA', 0.95),
      around(1.7, 0.036, 'itemA', 1, 0.02),
      { y: CROWN + 0.045, rx: 0.07, rz: 0.075, z: -0.012, ...plate },
      { y: CROWN + 0.07, rx: 0.02, rz: 0.02, z: -0.012, ...plate },
    ],
    { sides: [12, 12], turn: 0, capFirst: false },
  );
  sculpt.box([0, 1.57, 0.196], [0.034, 0.15, 0.022], { ...plate, slot: 'itemC', shade: 1 }, 1.5);
  for (const { sign } of SIDES) {
    sculpt.at([sign * 0.185, 1.54, -0.02], [0, 0, sign * -0.1], () => {
      sculpt.box([0, 0, 0], [0.026, 0.19, 0.19], { ...plate, shade: 0.92 });
    });
  }
  sculpt.box([0, 1.5, -0.178], [0.24, 0.24, 0.03], { ...plate, shade: 0.85 });
}

export function hat(sculpt: Sculpt): void {
  sculpt.crease = 0.75;
  const brim = (y: number, radius: number, shade: number): Ring => ({
    y,
    rx: radius,
    rz: radius,
    z: -0.01,
    slot: 'itemA',
    shade,
    weights: HEAD,
  });
  sculpt.loft(
    [
      brim(1.648, 0.18, 0.5),
      brim(1.628, 0.345, 0.6),
      brim(1.642, 0.35, 0.95),
      { ...brim(1.672, 0.2, 1), slot: 'itemC' },
      { ...brim(1.72, 0.19, 0.95), slot: 'itemA' },
      brim(1.792, 0.15, 1),
      brim(1.81, 0.08, 1),
    ],
    { sides: [12, 10], capFirst: false },
  );
}

/** A hood that leaves the face free and lies on the shoulders. */
export function hood(sculpt: Sculpt): void {
  sculpt.crease = 0.7;
  const columns = 12;
  const ring = (y: number, lift: number, open: number, weights: Corner['weights'], shade: number): Corner[] =>
    Array.from({ length: columns + 1 }, (_, column) => {
      // From the left of the face around the back to its right.
      const angle = Math.PI / 2 - open - (column / columns) * (Math.PI * 2 - open * 2);
      const [x, , z] = headPoint(angle, Math.min(Math.max(y, 1.4), 1.7), lift);
      return { at: [x, y, z] as const, slot: 'itemA', shade, weights } satisfies Corner;
    });
  const shoulders = mixed('head', 'chest', 0.9);
  const rows = [
    ring(1.24, 0.1, 0.95, on('chest'), 0.8),
    ring(1.3, 0.05, 0.85, shoulders, 0.95),
    ring(1.38, 0.03, 0.8, mixed('head', 'chest', 0.4), 0.85),
    ring(1.5, 0.036, 0.76, HEAD, 0.95),
    ring(1.62, 0.04, 0.66, HEAD, 1),
    ring(1.71, 0.045, 0.36, HEAD, 1),
    ring(1.77, -0.01, 0.1, HEAD, 1),
  ];
  sculpt.grid(rows, false);
  sculpt.grid(
    [...rows].reverse().map((row) => row.map((corner): Corner => ({ ...corner, slot: 'itemB', shade: 0.5 }))),
    false,
  );
  const top: Corner = { at: [0, 1.825, -0.08], slot: 'itemA', shade: 1, weights: HEAD };
  const rim = rows.at(-1) ?? [];
  rim.forEach((corner, column) => {
    sculpt.triangle(top, corner, rim[(column + 1) % rim.length] ?? corner);
  });
}

/** An apron before body and thighs, with its ribbons. */
export function apron(sculpt: Sculpt): void {
  const rows: { y: number; half: number; z: number; weights: Corner['weights'] }[] = [
    { y: 1.2, half: 0.095, z: 0.142, weights: on('chest') },
    { y: 1.08, half: 0.12, z: 0.178, weights: on('chest') },
    { y: 0.93, half: 0.155, z: 0.16, weights: mixed('hips', 'spine', 0.5) },
    { y: 0.86, half: 0.185, z: 0.186, weights: on('hips') },
    { y: 0.68, half: 0.21, z: 0.262, weights: on('hips') },
    { y: 0.46, half: 0.22, z: 0.292, weights: on('hips') },
  ];
  const corner = ({ y, half, z, weights }: (typeof rows)[number], column: number): Corner => {
    const across = column / 2 - 1;
    const thigh = across > 0 ? 'upperLegLeft' : 'upperLegRight';
    const pull = across === 0 || y > 0.8 ? 0 : (0.8 - y) * 1.4;
    return {
      at: [across * half, y, z - across * across * 0.045],
      slot: 'itemA',
      shade: 1 - Math.abs(across) * 0.08,
      weights: pull > 0 ? mixed('hips', thigh, pull) : weights,
    };
  };
  const sheet = [...rows].reverse().map((row) => [0, 1, 2, 3, 4].map((column) => corner(row, column)).reverse());
  sculpt.grid(
    sheet.map((row) => [...row].reverse()),
    false,
  );
  sculpt.grid(
    sheet.map((row) => row.map((each): Corner => ({ ...each, slot: 'itemB', shade: 0.6 }))),
    false,
  );
  const ribbon = (y: number, slot: Ring['slot']): Ring => ({
    y,
    rx: 0.196,
    rz: 0.155,
    round: 0.86,
    slot,
    weights: on('hips'),
  });
  sculpt.loft([ribbon(0.868, 'itemB'), ribbon(0.9, 'itemB')], {
    sides: [12, 8],
    turn: 0,
    capFirst: false,
    capLast: false,
  });
}

/** A long skirt over tunic and legs. */
export function skirt(sculpt: Sculpt): void {
  const ring = (y: number, rx: number, slot: Ring['slot'], shade = 1): Ring => ({
    y,
    rx,
    rz: rx * 0.86,
    round: 0.92,
    slot,
    shade,
    weights: on('hips'),
  });
  hangingSkirt(
    sculpt,
    [
      ring(0.87, 0.205, 'itemA', 0.85),
      ring(0.74, 0.262, 'itemA', 0.95),
      ring(0.5, 0.3, 'itemA'),
      ring(0.27, 0.325, 'itemC', 0.95),
      ring(0.22, 0.33, 'itemB', 0.9),
      ring(0.18, 0.332, 'itemB', 0.7),
      ring(0.26, 0.3, 'itemB', 0.35),
    ],
    14,
  );
}

/** Breast and back plate with shoulder caps. */
export function plate(sculpt: Sculpt): void {
  sculpt.crease = 0.7;
  const ring = (
    y: number,
    rx: number,
    rz: number,
    slot: Ring['slot'],
    weights: Ring['weights'],
    shade = 1,
    z = 0,
  ): Ring => ({ y, rx, rz, z, round: 0.86, slot, shade, weights });
  const chest = on('chest');
  sculpt.loft(
    [
      ring(0.92, 0.2, 0.158, 'itemC', mixed('hips', 'spine', 0.5), 0.8),
      ring(0.96, 0.205, 0.162, 'itemA', mixed('spine', 'chest', 0.3), 0.9),
      ring(1.1, 0.236, 0.176, 'itemA', chest),
      ring(1.2, 0.232, 0.152, 'itemA', chest),
      ring(1.285, 0.15, 0.125, 'itemC', chest, 1, -0.008),
      ring(1.3, 0.12, 0.105, 'itemC', chest, 0.8, -0.01),
    ],
    { sides: [12, 8], turn: 0, capFirst: false, capLast: false },
  );
  for (const { name, sign } of SIDES) {
    const weights = mixed('chest', `upperArm${name}`, 0.7);
    const cap = (y: number, x: number, radius: number, slot: Ring['slot'], shade = 1): Ring => ({
      y,
      x: sign * x,
      rx: radius,
      rz: radius * 1.05,
      z: -0.005,
      slot,
      shade,
      weights,
    });
    sculpt.loft(
      [
        cap(1.12, 0.25, 0.112, 'itemC', 0.6),
        cap(1.135, 0.25, 0.122, 'itemC', 0.95),
        cap(1.16, 0.245, 0.118, 'itemA'),
        cap(1.24, 0.225, 0.094, 'itemA'),
        cap(1.288, 0.2, 0.04, 'itemA'),
      ],
      { sides: [9, 7], capFirst: false },
    );
  }
}
