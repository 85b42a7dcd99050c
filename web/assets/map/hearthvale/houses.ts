import { COLLISION } from '../../../../shared/space/terrain.ts';
import { modelToWorld, worldToModel } from '../../../scene/coordinates.ts';
import { chimneyTop } from '../../models/scenery/building.ts';
import type { House } from '../../models/scenery/house-plan.ts';
import { houseRow } from '../../models/scenery/houses.ts';
import { addFlags, addLight, addWall, type Plot, place, reserve, type Side } from '../plot.ts';
import { SITES, type Site } from './layout.ts';

export const FACING_YAW = { north: 0, east: Math.PI / 2, south: Math.PI, west: -Math.PI / 2 } as const;

export interface Footprint {
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly depth: number;
}

/** Tiles that a house covers, as turned. */
export function footprintOf(site: Site): Footprint {
  const { width, depth } = houseRow(site.house);
  const turned = site.faces === 'east' || site.faces === 'west';
  return { west: site.x, south: site.z, width: turned ? depth : width, depth: turned ? width : depth };
}

/** Stands every house, with its walls or its blocked footprint, its smoke and the earth before its door. */
export function placeHouses(plot: Plot): void {
  SITES.forEach((site, index) => {
    placeHouse(plot, site, index + 1);
  });
}

function placeHouse(plot: Plot, site: Site, building: number): void {
  const row: House = houseRow(site.house);
  const foot = footprintOf(site);
  const at = { x: foot.west + foot.width / 2, z: foot.south + foot.depth / 2, yaw: FACING_YAW[site.faces] };
  const placement = place(plot, site.house, at.x, at.z, { yaw: at.yaw, building });
  reserve(plot, foot.west - 1, foot.south - 1, foot.width + 2, foot.depth + 2);
  plot.shades.push({ shape: 'box', ...foot, strength: 0.5 });
  for (let z = foot.south; z < foot.south + foot.depth; z++) {
    for (let x = foot.west; x < foot.west + foot.width; x++) {
      addFlags(plot, x, z, COLLISION.roof | (row.open ? 0 : COLLISION.object | COLLISION.sight));
    }
  }
  if (row.open) {
    plot.interiors.push({ building, ...foot });
    addOuterWalls(plot, row, foot, at);
    addLight(plot, placement, { x: 0, y: 1.9, z: 0 }, 'lamp');
  }
  const chimney = chimneyTop(row);
  if (chimney !== undefined)
    plot.smokes.push({ ...modelToWorld(at, chimney.x, chimney.z), y: placement.y + chimney.y, kind: 'chimney' });
  plot.worn.push({ ...modelToWorld(at, row.doorX, row.depth / 2 + 0.7), radius: 1.1 + row.doorWidth * 0.3 });
}

function addOuterWalls(plot: Plot, row: House, foot: Footprint, at: { x: number; z: number; yaw: number }): void {
  const wall = (x: number, z: number, side: Side, middleX: number, middleZ: number) => {
    const model = worldToModel(at, middleX, middleZ);
    const isFront = model.z > row.depth / 2 - 0.1;
    if (isFront && Math.abs(model.x - row.doorX) < row.doorWidth / 2) return;
    addWall(plot, x, z, side);
  };
  const east = foot.west + foot.width;
  const north = foot.south + foot.depth;
  for (let x = foot.west; x < east; x++) {
    wall(x, foot.south, 'south', x + 0.5, foot.south);
    wall(x, north - 1, 'north', x + 0.5, north);
  }
  for (let z = foot.south; z < north; z++) {
    wall(foot.west, z, 'west', foot.west, z + 0.5);
    wall(east - 1, z, 'east', east, z + 0.5);
  }
}
