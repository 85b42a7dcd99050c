import type { Mesh } from '../../mesh.ts';
import { drawDoor, drawDoorway, drawWindows } from './house-openings.ts';
import { type House, STONE } from './house-plan.ts';
import { sketchHouse } from './house-sketch.ts';
import { drawGableTimbers, drawTimbers } from './house-timbers.ts';
import { drawClosedWalls, drawOpenWalls } from './house-walls.ts';
import { drawRoof } from './roof.ts';
import { type Detail, Solid } from './solid.ts';

/** `_GROUP` of walls that one can walk behind. */
const OPENS_UP = 0.25;

/** Builds a house. What hides the inside from above has `_GROUP` 1. */
export function house(row: House, detail: Detail): Mesh {
  const solid = new Solid(row.seed, detail);
  if (detail === 'sketch') return sketchHouse(solid, row);
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
