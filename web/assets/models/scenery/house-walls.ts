import { DOOR_HEIGHT, type House, STONE, STONE_LIGHT, WALL_THICK } from './house-plan.ts';
import type { Solid } from './solid.ts';

/** Walls of a house that nobody enters: a box. */
export function drawClosedWalls(solid: Solid, { width, depth, wallHeight, wall, stone }: House): void {
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

/** Walls and floor of a house that one can walk into. */
export function drawOpenWalls(solid: Solid, row: House): void {
  const { width, depth, wall, doorX, doorWidth } = row;
  const wallHeight = row.wallHeight - 0.16;
  const stone = Math.min(row.stone, wallHeight);
  const pieces: { x: number; z: number; w: number; d: number }[] = [
    { x: 0, z: -depth / 2, w: width, d: WALL_THICK },
    { x: -width / 2, z: 0, w: WALL_THICK, d: depth },
    { x: width / 2, z: 0, w: WALL_THICK, d: depth },
  ];
  const left = doorX - doorWidth / 2 + width / 2;
  const right = width / 2 - (doorX + doorWidth / 2);
  if (left > 0.05) pieces.push({ x: -width / 2 + left / 2, z: depth / 2, w: left, d: WALL_THICK });
  if (right > 0.05) pieces.push({ x: width / 2 - right / 2, z: depth / 2, w: right, d: WALL_THICK });
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
      solid.box({ x: 0, y: wallHeight - above / 2, z: 0, w: doorWidth, h: above, d: WALL_THICK, colour: wall });
  });
}
