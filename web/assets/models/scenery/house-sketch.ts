import type { Mesh } from '../../mesh.ts';
import type { Point } from './frame.ts';
import { DOOR_HEIGHT, type House, STONE } from './house-plan.ts';
import type { Solid } from './solid.ts';

/** How far a sketched roof reaches beyond the walls. */
const OVERHANG = 0.42;

/** A house for the slowest machines: walls, roof, door and lit windows, in some thirty triangles. */
export function sketchHouse(solid: Solid, row: House): Mesh {
  const { width, depth, wallHeight, wall, stone } = row;
  solid.group = row.open ? 0.25 : 1;
  const colour = stone >= wallHeight ? STONE : wall;
  const without = ['top', 'bottom'] as const;
  if (row.open) sketchOpenWalls(solid, row, colour);
  else
    solid.box({
      x: 0,
      y: wallHeight / 2 - 0.2,
      z: 0,
      w: width,
      h: wallHeight + 0.4,
      d: depth,
      colour,
      foot: 0.7,
      without,
    });
  const front = depth / 2 + 0.05;
  if (!row.open) solid.quad(upright(row.doorX, 0, front, row.doorWidth, DOOR_HEIGHT), 0x80532c);
  for (const x of row.windows.front) solid.quad(upright(x, 1.1, front, 0.6, 0.65), 0xffc766, [], 1);
  solid.group = 1;
  sketchRoof(solid, row, colour);
  return solid.mesh();
}

function sketchOpenWalls(solid: Solid, { width, depth, wallHeight, doorX, doorWidth }: House, colour: number): void {
  const y = wallHeight / 2 - 0.4;
  const h = wallHeight;
  const without = ['bottom'] as const;
  solid.box({ x: 0, y, z: -depth / 2, w: width, h, d: 0.2, colour, without });
  for (const side of [1, -1]) {
    solid.box({ x: (side * width) / 2, y, z: 0, w: 0.2, h, d: depth, colour, without });
    const end = (side * width) / 2;
    const jamb = doorX + (side * doorWidth) / 2;
    solid.box({ x: (end + jamb) / 2, y, z: depth / 2, w: Math.abs(end - jamb), h, d: 0.2, colour, without });
  }
  solid.box({
    x: 0,
    y: 0,
    z: 0,
    w: width,
    h: 0.06,
    d: depth,
    colour: 0x8a6742,
    without: ['bottom', 'left', 'right', 'front', 'back'],
  });
}

function sketchRoof(solid: Solid, { width, depth, wallHeight, roofRise, roof }: House, gable: number): void {
  const x = width / 2 + OVERHANG;
  const z = depth / 2 + OVERHANG;
  const eaves = wallHeight - (OVERHANG * roofRise) / (depth / 2);
  const ridge = wallHeight + roofRise + 0.1;
  solid.quad(
    [
      [-x, eaves, z],
      [x, eaves, z],
      [x, ridge, 0],
      [-x, ridge, 0],
    ],
    roof,
    [1, 1, 0.86, 0.86],
  );
  solid.quad(
    [
      [x, eaves, -z],
      [-x, eaves, -z],
      [-x, ridge, 0],
      [x, ridge, 0],
    ],
    roof,
    [1, 1, 0.86, 0.86],
  );
  for (const side of [1, -1]) {
    const face: Point[] = [
      [(side * width) / 2, wallHeight, depth / 2],
      [(side * width) / 2, wallHeight, -depth / 2],
      [(side * width) / 2, wallHeight + roofRise, 0],
    ];
    solid.quad(side > 0 ? face : face.reverse(), gable);
  }
}

function upright(x: number, low: number, z: number, width: number, height: number): Point[] {
  return [
    [x - width / 2, low, z],
    [x + width / 2, low, z],
    [x + width / 2, low + height, z],
    [x - width / 2, low + height, z],
  ];
}
