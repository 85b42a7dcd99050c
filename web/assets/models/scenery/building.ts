import { linear } from '../../colour.ts';
import type { Mesh } from '../../mesh.ts';
import { drawRoof } from './roof.ts';
import { type Detail, Solid } from './solid.ts';

/**
 * A house as the village builder orders it. Its front, with the door, is at +z; its middle at the
 * origin, its floor at y 0. Width runs along x, in tiles.
 */
export interface House {
  readonly seed: number;
  readonly width: number;
  readonly depth: number;
  readonly wallHeight: number;
  readonly roofRise: number;
  readonly roof: number;
  readonly thatch: boolean;
  readonly wall: number;
  readonly timber: number;
  /** Stone up to this height; houses of stone give their wall's height. */
  readonly stone: number;
  readonly shutters: number;
  /** Somebody can walk in: thin walls, a floor, an open doorway. */
  readonly open: boolean;
  /** The doorway's middle along x, and its width. */
  readonly doorX: number;
  readonly doorWidth: number;
  /** Middles of the windows along the front, the sides and the back. */
  readonly windows: {
    readonly front: readonly number[];
    readonly side: readonly number[];
    readonly back: readonly number[];
  };
  readonly chimney: number | undefined;
}

const STONE = 0x948d82;
const STONE_LIGHT = 0xaaa397;
const THICK = 0.26;
/** `_GROUP` of walls that one can walk behind. */
const OPENS_UP = 0.25;
const DOOR_HEIGHT = 1.95;
/** How far below the top of the walls all that stands out of them ends: the roof slopes down over it. */
const UNDER_EAVES = 0.3;

/** Builds a house. What hides the inside from above has `_GROUP` 1. */
export function house(row: House, detail: Detail): Mesh {
  const solid = new Solid(row.seed, detail);
  solid.group = row.open ? OPENS_UP : 1;
  if (row.open) drawOpenWalls(solid, row);
  else drawClosedWalls(solid, row);
  drawTimbers(solid, row);
  drawWindows(solid, row);
  if (row.open) drawDoorway(solid, row);
  else drawDoor(solid, row);
  solid.group = 1;
  drawGables(solid, row);
  solid.at(0, row.wallHeight, 0, () => {
    drawRoof(solid, {
      width: row.width,
      depth: row.depth,
      rise: row.roofRise,
      overhang: 0.42,
      colour: row.roof,
      trim: row.timber,
      thatch: row.thatch,
    });
  });
  if (row.chimney !== undefined) drawChimney(solid, row, row.chimney);
  return solid.mesh();
}

/** Where a house's smoke leaves it, in its own coordinates. */
export function chimneyTop(row: House): { x: number; y: number; z: number } | undefined {
  if (row.chimney === undefined) return undefined;
  return { x: row.chimney, y: row.wallHeight + row.roofRise + 0.75, z: -row.depth * 0.2 };
}

function drawClosedWalls(solid: Solid, { width, depth, wallHeight, wall, stone }: House): void {
  const low = Math.min(stone, wallHeight);
  solid.box({
    x: 0,
    y: low / 2 - 0.3,
    z: 0,
    w: width + 0.16,
    h: low + 0.6,
    d: depth + 0.16,
    colour: STONE,
    foot: 0.6,
    without: ['bottom'],
  });
  if (low < wallHeight) {
    const height = wallHeight - low;
    solid.box({
      x: 0,
      y: low + height / 2,
      z: 0,
      w: width,
      h: height,
      d: depth,
      colour: wall,
      foot: 0.84,
      without: ['bottom', 'top'],
    });
  }
  solid.fine(() => drawStones(solid, { width, depth, height: low }));
}

/** Single stones that stand out of a stone wall. */
function drawStones(solid: Solid, { width, depth, height }: { width: number; depth: number; height: number }): void {
  const count = Math.round((width + depth) * 2 * Math.max(1, height) * 0.9);
  for (let index = 0; index < count; index++) {
    const along = solid.random();
    const y = 0.1 + solid.random() * (height - 0.2);
    const front = index % 2 === 0;
    const side = index % 4 < 2 ? 1 : -1;
    const span = (front ? width : depth) * 0.9;
    const offset = (along - 0.5) * span;
    solid.at(
      front ? offset : side * (width / 2 + 0.08),
      y,
      front ? side * (depth / 2 + 0.08) : offset,
      () => {
        const w = 0.3 + solid.random() * 0.25;
        solid.box({
          x: 0,
          y: 0,
          z: 0,
          w,
          h: 0.16 + solid.random() * 0.1,
          d: 0.08,
          colour: STONE_LIGHT,
          foot: 0.85,
          without: ['back', 'bottom'],
        });
      },
      { y: front ? (side > 0 ? 0 : Math.PI) : (side * Math.PI) / 2 },
    );
  }
}

function drawOpenWalls(solid: Solid, row: House): void {
  const { width, depth, wall, doorX, doorWidth } = row;
  const wallHeight = row.wallHeight - 0.16;
  const stone = Math.min(row.stone, wallHeight);
  const pieces: { x: number; z: number; w: number; d: number }[] = [
    { x: 0, z: -depth / 2, w: width, d: THICK },
    { x: -width / 2, z: 0, w: THICK, d: depth },
    { x: width / 2, z: 0, w: THICK, d: depth },
  ];
  const left = doorX - doorWidth / 2 + width / 2;
  const right = width / 2 - (doorX + doorWidth / 2);
  if (left > 0.05) pieces.push({ x: -width / 2 + left / 2, z: depth / 2, w: left, d: THICK });
  if (right > 0.05) pieces.push({ x: width / 2 - right / 2, z: depth / 2, w: right, d: THICK });
  const low = stone;
  for (const { x, z, w, d } of pieces) {
    solid.box({
      x,
      y: low / 2 - 0.3,
      z,
      w: w + 0.1,
      h: low + 0.6,
      d: d + 0.1,
      colour: STONE,
      foot: 0.6,
      without: ['bottom'],
    });
    const height = wallHeight - low;
    if (height > 0)
      solid.box({ x, y: low + height / 2, z, w, h: height, d, colour: wall, foot: 0.84, without: ['bottom'] });
  }
  const planks = solid.detail === 'full' ? Math.round(depth * 2) : 1;
  for (let plank = 0; plank < planks; plank++) {
    const z = -depth / 2 + ((plank + 0.5) / planks) * depth;
    solid.jitter = 0.1;
    solid.box({ x: 0, y: 0.01, z, w: width, h: 0.04, d: depth / planks - 0.03, colour: 0x8a6742, without: ['bottom'] });
  }
  solid.jitter = 0.045;
  solid.at(doorX, 0, depth / 2, () => {
    const above = wallHeight - DOOR_HEIGHT - 0.1;
    if (above > 0.05)
      solid.box({ x: 0, y: wallHeight - above / 2, z: 0, w: doorWidth, h: above, d: THICK, colour: wall });
  });
}

function drawTimbers(solid: Solid, row: House): void {
  const { width, depth, wallHeight, stone, timber } = row;
  if (stone >= wallHeight) return;
  const height = wallHeight - stone - UNDER_EAVES;
  const out = 0.05 + (row.open ? THICK / 2 : 0);
  for (const x of [1, -1]) {
    for (const z of [1, -1]) {
      solid.box({
        x: (x * width) / 2,
        y: stone + height / 2,
        z: (z * depth) / 2,
        w: 0.26 + (row.open ? THICK * 0.5 : 0),
        h: height,
        d: 0.26 + (row.open ? THICK * 0.5 : 0),
        colour: timber,
        without: ['bottom', 'top'],
      });
    }
  }
  for (const side of [1, -1]) {
    const z = side * (depth / 2 + out - 0.03);
    solid.box({ x: 0, y: wallHeight - 0.3, z, w: width + 0.1, h: 0.2, d: 0.1, colour: timber, without: ['bottom'] });
    solid.box({
      x: side * (width / 2 + out - 0.03),
      y: wallHeight - 0.04,
      z: 0,
      w: 0.1,
      h: 0.2,
      d: depth + 0.1,
      colour: timber,
    });
  }
  solid.fine(() => {
    for (const side of [1, -1]) {
      solid.at(
        0,
        0,
        0,
        () => {
          drawStuds(solid, {
            span: width,
            stone,
            wallHeight,
            timber,
            z: depth / 2 + out,
            spare: side > 0 ? [row.doorX, row.doorWidth] : undefined,
          });
        },
        { y: side > 0 ? 0 : Math.PI },
      );
      solid.at(
        0,
        0,
        0,
        () => {
          drawStuds(solid, { span: depth, stone, wallHeight, timber, z: width / 2 + out, spare: undefined });
        },
        { y: (side * Math.PI) / 2 },
      );
    }
  });
}

interface Studs {
  readonly span: number;
  readonly stone: number;
  readonly wallHeight: number;
  readonly timber: number;
  readonly z: number;
  /** A doorway that no timber crosses: its middle and its width. */
  readonly spare: readonly [number, number] | undefined;
}

function drawStuds(solid: Solid, { span, stone, wallHeight, timber, z, spare }: Studs): void {
  const height = wallHeight - stone - UNDER_EAVES;
  const bays = Math.max(2, Math.round(span / 1.7));
  const isSpare = (x: number) => spare !== undefined && Math.abs(x - spare[0]) < spare[1] / 2 + 0.1;
  for (let bay = 1; bay < bays; bay++) {
    const x = (bay / bays - 0.5) * span;
    if (isSpare(x)) continue;
    solid.box({
      x,
      y: stone + height / 2,
      z,
      w: 0.14,
      h: height,
      d: 0.08,
      colour: timber,
      without: ['bottom', 'top', 'back'],
    });
  }
  const sill =
    spare === undefined
      ? [[-span / 2, span / 2]]
      : [
          [-span / 2, spare[0] - spare[1] / 2],
          [spare[0] + spare[1] / 2, span / 2],
        ];
  for (const [from = 0, to = 0] of sill) {
    if (to - from < 0.2) continue;
    solid.box({
      x: (from + to) / 2,
      y: stone + 0.08,
      z,
      w: to - from,
      h: 0.16,
      d: 0.09,
      colour: timber,
      without: ['back'],
    });
  }
  for (const end of [1, -1]) {
    const x = end * (span / 2 - 0.42);
    if (isSpare(x)) continue;
    solid.at(
      x,
      stone + height * 0.5,
      z,
      () => {
        solid.box({ x: 0, y: 0, z: -0.01, w: 0.13, h: height * 1.02, d: 0.07, colour: timber, without: ['back'] });
      },
      { z: end * 0.52 },
    );
  }
}

function drawWindows(solid: Solid, row: House): void {
  const out = row.open ? THICK / 2 : 0;
  const y = Math.min(row.wallHeight - 0.62, 1.45);
  const place = (span: number, xs: readonly number[], turn: number) => {
    for (const x of xs) {
      solid.at(0, 0, 0, () => solid.at(x, y, span / 2 + out, () => drawWindow(solid, row)), { y: turn });
    }
  };
  place(row.depth, row.windows.front, 0);
  place(row.depth, row.windows.back, Math.PI);
  place(row.width, row.windows.side, Math.PI / 2);
  place(row.width, row.windows.side, -Math.PI / 2);
}

function drawWindow(solid: Solid, { timber, shutters }: House): void {
  solid.box({ x: 0, y: 0, z: 0.04, w: 0.72, h: 0.8, d: 0.1, colour: timber, without: ['back'] });
  solid.box({
    x: 0,
    y: 0,
    z: 0.08,
    w: 0.54,
    h: 0.62,
    d: 0.05,
    colour: 0xffc766,
    glow: 1,
    foot: 1,
    without: ['back', 'top', 'bottom', 'left', 'right'],
  });
  solid.fine(() => {
    solid.box({ x: 0, y: 0, z: 0.11, w: 0.05, h: 0.62, d: 0.03, colour: timber, without: ['back', 'top', 'bottom'] });
    solid.box({
      x: 0,
      y: 0.02,
      z: 0.11,
      w: 0.54,
      h: 0.05,
      d: 0.03,
      colour: timber,
      without: ['back', 'left', 'right'],
    });
    for (const side of [1, -1])
      solid.box({ x: side * 0.46, y: 0, z: 0.06, w: 0.2, h: 0.76, d: 0.06, colour: shutters, without: ['back'] });
    solid.box({ x: 0, y: -0.47, z: 0.15, w: 0.84, h: 0.15, d: 0.22, colour: 0x6b4a2c, without: ['back'] });
    const blooms = [0xe0566e, 0xf4c84a, 0xe88ac0, 0xf2ece0];
    for (let index = 0; index < 5; index++) {
      const bloom = linear(blooms[(index + Math.floor(solid.random() * 4)) % 4] ?? 0xffffff);
      const leaf = linear(0x4f8a35);
      solid.at(-0.32 + index * 0.16, -0.37, 0.17, () => {
        solid.stone({ radius: 0.095, detail: 0, rough: 0.15, colour: ([, y]) => (y > 1.08 ? bloom : leaf) });
      });
    }
  });
}

function drawDoor(solid: Solid, row: House): void {
  solid.at(row.doorX, 0, row.depth / 2, () => {
    solid.box({
      x: 0,
      y: 1.0,
      z: 0.05,
      w: row.doorWidth + 0.22,
      h: 2.06,
      d: 0.16,
      colour: row.timber,
      without: ['back', 'bottom'],
    });
    solid.box({
      x: 0,
      y: 0.96,
      z: 0.1,
      w: row.doorWidth,
      h: 1.88,
      d: 0.12,
      colour: 0x80532c,
      without: ['back', 'bottom'],
    });
    solid.fine(() => {
      for (const x of [-0.22, 0, 0.22])
        solid.box({
          x,
          y: 0.96,
          z: 0.165,
          w: 0.03,
          h: 1.82,
          d: 0.012,
          colour: 0x5a3a20,
          without: ['back', 'top', 'bottom'],
        });
      solid.box({ x: 0.28, y: 0.95, z: 0.18, w: 0.08, h: 0.08, d: 0.06, colour: 0xd8b860, without: ['back'] });
      for (const y of [0.4, 1.5])
        solid.box({
          x: -0.05,
          y,
          z: 0.17,
          w: row.doorWidth * 0.8,
          h: 0.07,
          d: 0.02,
          colour: 0x3a3534,
          without: ['back'],
        });
    });
    solid.box({
      x: 0,
      y: 0.04,
      z: 0.42,
      w: row.doorWidth + 0.5,
      h: 0.16,
      d: 0.6,
      colour: STONE_LIGHT,
      without: ['bottom', 'back'],
    });
  });
}

function drawDoorway(solid: Solid, row: House): void {
  solid.at(row.doorX, 0, row.depth / 2, () => {
    const half = row.doorWidth / 2;
    for (const side of [1, -1])
      solid.box({
        x: side * (half + 0.02),
        y: DOOR_HEIGHT / 2,
        z: 0,
        w: 0.16,
        h: DOOR_HEIGHT,
        d: THICK + 0.16,
        colour: row.timber,
        without: ['bottom'],
      });
    solid.box({ x: 0, y: DOOR_HEIGHT, z: 0, w: row.doorWidth + 0.3, h: 0.18, d: THICK + 0.18, colour: row.timber });
    solid.box({
      x: 0,
      y: 0.0,
      z: 0.35,
      w: row.doorWidth + 0.2,
      h: 0.1,
      d: 0.6,
      colour: STONE_LIGHT,
      without: ['bottom'],
    });
    if (row.doorWidth > 1.5) return;
    solid.at(
      -half,
      0,
      0.06,
      () => solid.box({ x: half * 0.9, y: 0.95, z: 0, w: half * 1.8, h: 1.84, d: 0.08, colour: 0x80532c }),
      { y: -1.9 },
    );
  });
}

function drawGables(solid: Solid, row: House): void {
  const { width, depth, wallHeight, roofRise, wall } = row;
  const x = width / 2;
  for (const side of [1, -1]) {
    solid.at(
      0,
      0,
      0,
      () => {
        solid.quad(
          [
            [x, wallHeight, depth / 2],
            [x, wallHeight, -depth / 2],
            [x, wallHeight + roofRise, 0],
          ],
          row.stone >= wallHeight ? STONE : wall,
          [0.9, 0.9, 0.8],
        );
        solid.fine(() => drawGableTimbers(solid, row));
      },
      { y: side > 0 ? 0 : Math.PI },
    );
  }
}

/** A king post, and two struts along the slope. */
function drawGableTimbers(solid: Solid, { width, depth, wallHeight, roofRise, timber }: House): void {
  const x = width / 2 + 0.03;
  solid.box({ x, y: wallHeight + roofRise * 0.42, z: 0, w: 0.08, h: roofRise * 0.84, d: 0.15, colour: timber });
  const across = depth * 0.25;
  const rise = roofRise * 0.52;
  for (const side of [1, -1]) {
    solid.at(
      x,
      wallHeight + rise * 0.5,
      side * (across * 0.5 + 0.04),
      () => solid.box({ x: 0, y: 0, z: 0, w: 0.07, h: Math.hypot(across, rise), d: 0.13, colour: timber }),
      { x: -side * Math.atan2(across, rise) },
    );
  }
}

function drawChimney(solid: Solid, row: House, x: number): void {
  const top = row.wallHeight + row.roofRise + 0.55;
  const bottom = row.wallHeight + row.roofRise * 0.3;
  const z = -row.depth * 0.2;
  solid.box({
    x,
    y: (top + bottom) / 2,
    z,
    w: 0.62,
    h: top - bottom,
    d: 0.62,
    colour: STONE,
    foot: 0.85,
    without: ['bottom'],
  });
  solid.box({ x, y: top, z, w: 0.78, h: 0.16, d: 0.78, colour: 0x7c756c });
  solid.fine(() =>
    solid.box({ x, y: top + 0.14, z, w: 0.34, h: 0.2, d: 0.34, colour: 0x9a5a3c, foot: 0.9, without: ['bottom'] }),
  );
}
