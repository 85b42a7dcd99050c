import type { HairPiece } from '../../../../shared/content/looks.ts';
import { hashUnit } from '../../../scene/noise.ts';
import type { Mesh } from '../../mesh.ts';
import { type Corner, type Ring, Sculpt } from '../figure/sculpt.ts';
import type { Vector } from '../figure/vector.ts';
import { headPoint } from './head-shape.ts';
import { SIDES } from './person-rig.ts';
import { mixed, on } from './weights.ts';

const HEAD = on('head');
/** Columns of the cap around the head; the first is the middle of the face. */
const COLUMNS = 14;
const CROWN = 1.722;

/** How a cap of hair lies on the head. */
interface Cap {
  /** Lower edge before the forehead, over the temples, over the ears, at the nape. */
  readonly edge: readonly [brow: number, temple: number, ear: number, nape: number];
  /** Thickness at the edge, halfway and at the crown. */
  readonly thick: readonly [edge: number, middle: number, crown: number];
  /** How much single locks stand out, in tiles. */
  readonly locks: number;
  /** Shifts the parting: the crown leans to one side. */
  readonly lean?: number;
}

const CAPS: Readonly<Record<HairPiece, Cap>> = {
  short: { edge: [1.66, 1.61, 1.545, 1.42], thick: [0.014, 0.032, 0.034], locks: 0.01 },
  long: { edge: [1.655, 1.6, 1.45, 1.34], thick: [0.018, 0.034, 0.032], locks: 0.007, lean: 0.03 },
  tied: { edge: [1.668, 1.63, 1.56, 1.45], thick: [0.008, 0.02, 0.024], locks: 0.003 },
  curly: { edge: [1.648, 1.6, 1.5, 1.39], thick: [0.03, 0.066, 0.066], locks: 0.022 },
  bob: { edge: [1.66, 1.58, 1.4, 1.33], thick: [0.03, 0.04, 0.034], locks: 0.006, lean: 0.02 },
  braid: { edge: [1.655, 1.6, 1.51, 1.4], thick: [0.014, 0.028, 0.03], locks: 0.005, lean: 0.02 },
  swept: { edge: [1.675, 1.625, 1.56, 1.43], thick: [0.012, 0.03, 0.05], locks: 0.01, lean: -0.045 },
};

/** A head of hair on the person's head bone; long ones follow the neck and chest too. */
export function hair(piece: HairPiece): Mesh {
  const sculpt = new Sculpt('near');
  sculpt.crease = 0.82;
  cap(sculpt, CAPS[piece]);
  EXTRAS[piece]?.(sculpt);
  return sculpt.mesh();
}

const EXTRAS: Partial<Record<HairPiece, (sculpt: Sculpt) => void>> = {
  long: (sculpt) => {
    fall(sculpt);
    for (const { sign } of SIDES) sideLock(sculpt, sign, 1.27);
    fringe(sculpt, 0.08, 1.15);
  },
  tied: (sculpt) => tail(sculpt),
  bob: (sculpt) => {
    for (const { sign } of SIDES) sideLock(sculpt, sign, 1.385);
    fringe(sculpt, 0.03, 1.1);
  },
  braid: (sculpt) => {
    braid(sculpt);
    fringe(sculpt, -0.05);
  },
  swept: (sculpt) => quiff(sculpt),
  short: (sculpt) => fringe(sculpt, 0.04),
};

/** The shell over the skull. */
function cap(sculpt: Sculpt, { edge, thick, locks, lean = 0 }: Cap): void {
  const column = (side: number) => {
    const angle = Math.PI / 2 - (side / COLUMNS) * Math.PI * 2;
    const around = Math.abs(((side + COLUMNS / 2) % COLUMNS) - COLUMNS / 2) / (COLUMNS / 2);
    const bottom = edgeAt(edge, around);
    const lock = (hashUnit(side, edge[3] * 1000, 7) - 0.35) * locks + (side % 2 === 0 ? locks * 0.6 : 0);
    return { angle, bottom, lock };
  };
  const rows = [0, 0, 0.34, 0.7, 1].map((share, row) =>
    Array.from({ length: COLUMNS }, (_, side): Corner => {
      const { angle, bottom, lock } = column(side);
      const y = bottom + (CROWN - bottom) * share;
      const lift = row === 0 ? 0.002 : thickness(thick, share) + (row < 4 ? lock : 0);
      const [x, , z] = headPoint(angle, y, lift);
      const rise = row >= 3 ? thick[2] * (row === 4 ? 0.95 : 0.4) : 0;
      const at: Vector = [x + (row >= 3 ? lean * 0.5 : 0), y + rise + (row === 1 ? -0.006 : 0), z];
      return { at, slot: 'hair', shade: [0.55, 0.8, 0.92, 1, 1][row] ?? 1, weights: HEAD };
    }),
  );
  sculpt.grid(rows, true);
  closeCrown(sculpt, rows.at(-1) ?? [], [lean * 0.7, CROWN + 0.02 + thick[2] * 1.2, -0.015]);
}

function closeCrown(sculpt: Sculpt, rim: readonly Corner[], at: Vector): void {
  const top: Corner = { at, slot: 'hair', shade: 1, weights: HEAD };
  rim.forEach((corner, side) => {
    sculpt.triangle(top, corner, rim[(side + 1) % rim.length] ?? corner);
  });
}

/** Height of the edge by the way around: 0 the middle of the forehead, 1 the nape. */
function edgeAt([brow, temple, ear, nape]: Cap['edge'], around: number): number {
  const stops = [
    [0, brow],
    [0.24, brow - 0.004],
    [0.34, temple],
    [0.46, ear],
    [0.62, ear - 0.03],
    [0.8, nape],
    [1, nape],
  ] as const;
  const above = Math.max(
    1,
    stops.findIndex(([at]) => at >= around),
  );
  const [low, high] = [stops[above - 1] ?? stops[0], stops[above] ?? stops[0]];
  const t = (around - low[0]) / (high[0] - low[0]);
  return low[1] + (high[1] - low[1]) * t;
}

function thickness([edge, middle, crown]: Cap['thick'], share: number): number {
  return share < 0.5 ? edge + (middle - edge) * share * 2 : middle + (crown - middle) * (share - 0.5) * 2;
}

const strand = (y: number, rx: number, rz: number, z: number, weights: Ring['weights'], shade = 1, x = 0): Ring => ({
  y,
  rx,
  rz,
  x,
  z,
  slot: 'hair',
  shade,
  weights,
});

/** Locks that hang into the forehead, parted at `part`. */
function fringe(sculpt: Sculpt, part: number, length = 1): void {
  [-0.125, -0.075, -0.026, 0.024, 0.075, 0.125].forEach((x, lock) => {
    const away = Math.min(1, Math.abs(x - part) / 0.12);
    const [px, , pz] = headPoint(Math.PI / 2 - x * 6.4, 1.665, 0.012);
    const low = (0.052 + away * 0.026 + (lock % 2) * 0.012) * length;
    sculpt.at([px, 1.672, pz], [-0.1, x * 5.4, (x - part) * 2.6], () => {
      sculpt.loft(
        [
          strand(-low, 0.007, 0.004, 0.006, HEAD, 0.88),
          strand(-low * 0.35, 0.034, 0.016, 0.008, HEAD, 0.96),
          strand(0.035, 0.036, 0.022, -0.014, HEAD),
        ],
        { sides: [5, 4] },
      );
    });
  });
}

/** A broad fall down the back. */
function fall(sculpt: Sculpt): void {
  sculpt.loft(
    [
      strand(1.06, 0.075, 0.026, -0.17, mixed('head', 'chest', 0.85), 0.72),
      strand(1.16, 0.12, 0.042, -0.176, mixed('head', 'chest', 0.75), 0.85),
      strand(1.3, 0.142, 0.062, -0.15, mixed('head', 'chest', 0.35), 0.92),
      strand(1.44, 0.166, 0.09, -0.12, HEAD),
      strand(1.6, 0.15, 0.09, -0.105, HEAD),
    ],
    { sides: [9, 6], turn: 0.25 },
  );
}

function sideLock(sculpt: Sculpt, sign: number, end: number): void {
  const [x] = headPoint(0, 1.5, 0.01);
  sculpt.loft(
    [
      strand(end, 0.016, 0.022, 0.045, mixed('head', 'chest', end < 1.3 ? 0.4 : 0), 0.8, sign * (x - 0.018)),
      strand(end + 0.06, 0.03, 0.05, 0.035, mixed('head', 'chest', end < 1.3 ? 0.15 : 0), 0.92, sign * (x + 0.002)),
      strand(1.5, 0.03, 0.056, 0.03, HEAD, 1, sign * (x + 0.006)),
      strand(1.6, 0.024, 0.05, 0.03, HEAD, 1, sign * (x - 0.012)),
    ],
    { sides: [6, 4] },
  );
}

/** A knot with a tail that swings with neck and chest. */
function tail(sculpt: Sculpt): void {
  sculpt.loft(
    [
      strand(1.12, 0.012, 0.012, -0.25, mixed('head', 'chest', 0.45), 0.75),
      strand(1.24, 0.05, 0.045, -0.262, mixed('head', 'chest', 0.3), 0.86),
      strand(1.4, 0.064, 0.056, -0.255, HEAD, 0.95),
      strand(1.52, 0.05, 0.045, -0.246, HEAD),
      strand(1.57, 0.03, 0.03, -0.225, HEAD),
    ],
    { sides: [7, 5] },
  );
  sculpt.at([0, 1.57, -0.196], [-1.1, 0, 0], () => {
    const band = { slot: 'trim', weights: HEAD } as const;
    sculpt.loft(
      [
        { y: -0.02, rx: 0.046, rz: 0.046, shade: 0.8, ...band },
        { y: 0.02, rx: 0.044, rz: 0.044, ...band },
      ],
      { sides: [7, 5] },
    );
  });
}

/** A plait over the left shoulder. */
function braid(sculpt: Sculpt): void {
  const knots: readonly Vector[] = [
    [0.04, 1.44, -0.16],
    [0.105, 1.375, -0.135],
    [0.15, 1.32, -0.04],
    [0.16, 1.27, 0.07],
    [0.148, 1.2, 0.135],
    [0.138, 1.12, 0.16],
    [0.13, 1.045, 0.168],
  ];
  knots.forEach((at, knot) => {
    const size = 0.056 - knot * 0.0035;
    const weights = mixed('head', 'chest', Math.min(0.92, knot * 0.18));
    sculpt.at(at, [0.25, 0, knot % 2 === 0 ? 0.5 : -0.5], () => {
      sculpt.loft(
        [
          strand(-size, size * 0.45, size * 0.45, 0, weights, 0.72),
          strand(0, size, size * 0.92, 0, weights, 0.95),
          strand(size, size * 0.45, size * 0.45, 0, weights, 0.9),
        ],
        { sides: [5, 4] },
      );
    });
  });
  const [x, y, z] = [0.126, 0.985, 0.17];
  const weights = mixed('head', 'chest', 0.95);
  sculpt.loft(
    [
      strand(y - 0.05, 0.03, 0.026, z, weights, 0.8, x),
      { ...strand(y + 0.01, 0.02, 0.02, z, weights, 1, x), slot: 'trim' },
      { ...strand(y + 0.03, 0.02, 0.02, z, weights, 1, x), slot: 'trim' },
    ],
    { sides: [6, 4] },
  );
}

/** Hair brushed up and to the side. */
function quiff(sculpt: Sculpt): void {
  [-0.085, -0.03, 0.03, 0.085].forEach((x, lock) => {
    const [px, , pz] = headPoint(Math.PI / 2 - x * 6, 1.685, 0.006);
    sculpt.at([px, 1.682, pz - 0.014], [-0.2, x * 3, 0.55 + lock * 0.1], () => {
      sculpt.loft(
        [
          strand(-0.014, 0.038, 0.024, 0, HEAD, 0.85),
          strand(0.04, 0.044, 0.036, -0.004, HEAD),
          strand(0.086 - lock * 0.006, 0.018, 0.018, -0.036, HEAD),
        ],
        { sides: [6, 4] },
      );
    });
  });
}

/** Full beard and moustache. */
export function beard(): Mesh {
  const sculpt = new Sculpt('near');
  sculpt.crease = 0.82;
  const columns = 9;
  const rows = [0, 1, 2, 3, 4].map((row) =>
    Array.from({ length: columns }, (_, side): Corner => {
      const around = side / (columns - 1) - 0.5;
      const angle = Math.PI / 2 - around * Math.PI * 1.02;
      const middle = 1 - Math.abs(around) * 2;
      const top = 1.415 + (1 - middle) ** 1.4 * 0.115 - middle * 0.012;
      const tip = 1.318 - middle * 0.06;
      const y = top + (tip - top) * ([0, 0.04, 0.4, 0.78, 1][row] ?? 0);
      const lift =
        ([0.001, 0.016, 0.034, 0.03, 0][row] ?? 0) * (0.55 + middle * 0.6) +
        (side % 2 === 0 ? 0.006 : 0) * Number(row > 0);
      const [x, , z] = headPoint(angle, Math.max(1.35, y), lift);
      const inward = row === 4 ? 0.55 : row === 3 ? 0.86 : 1;
      return {
        at: [x * inward, y, z * (row === 4 ? 0.86 : 1)],
        slot: 'hair',
        shade: [0.75, 1, 0.95, 0.86, 0.7][row] ?? 1,
        weights: HEAD,
      };
    }),
  );
  sculpt.grid([...rows].reverse(), false);
  for (const { sign } of SIDES) moustache(sculpt, sign);
  return sculpt.mesh();
}

function moustache(sculpt: Sculpt, sign: number): void {
  sculpt.at([sign * 0.004, 1.434, 0.168], [0, sign * 0.5, sign * (-Math.PI / 2 - 0.25)], () => {
    sculpt.loft(
      [
        strand(-0.004, 0.018, 0.016, 0, HEAD),
        strand(0.04, 0.019, 0.017, 0, HEAD),
        strand(0.082, 0.004, 0.005, -0.004, HEAD, 0.9),
      ],
      { sides: [5, 4], capFirst: false },
    );
  });
}
