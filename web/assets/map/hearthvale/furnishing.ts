import { COLLISION } from '../../../../shared/space/terrain.ts';
import { LAMP_LIGHT } from '../../models/scenery/street.ts';
import { addFlags, addLight, addWall, type PlaceOptions, type Plot, place } from '../plot.ts';

/** Directions for rows below: where a thing's front looks. */
const N = 0;
const E = Math.PI / 2;
const S = Math.PI;
const W = -Math.PI / 2;

type Row = readonly [model: string, x: number, z: number, yaw: number];

/** Things that block their own tile. */
const SOLID: readonly Row[] = [
  // The bank: four booths in a row, the clerks behind them.
  ['bank-booth', 61.5, 66.5, S],
  ['bank-booth', 62.5, 66.5, S],
  ['bank-booth', 63.5, 66.5, S],
  ['bank-booth', 64.5, 66.5, S],
  ['crate', 60.5, 68.5, 0.2],
  ['shelf', 65.5, 68.5, S],
  // General shop.
  ['counter', 53.5, 68.5, S],
  ['counter', 54.5, 68.5, S],
  ['counter', 55.5, 68.5, S],
  ['shelf', 52.5, 70.5, S],
  ['shelf', 54.5, 70.5, S],
  ['shelf', 55.5, 70.5, S],
  ['barrel', 52.5, 66.5, 0],
  ['sack', 56.5, 66.5, 1],
  // Smithy.
  ['furnace', 71.5, 52.6, N],
  ['anvil', 72.5, 54.5, E],
  ['anvil', 74.5, 54.5, E],
  ['barrel', 70.5, 54.5, 0],
  ['crate', 74.5, 52.5, 0.1],
  // Tannery.
  ['hide-rack', 53.5, 52.6, N],
  ['hide-rack', 55.5, 52.6, N],
  ['barrel', 56.5, 54.5, 0],
  ['hide-rack', 57.9, 55.6, W],
  ['hide-rack', 51.1, 55.5, E],
  // Chapel and kitchen.
  ['altar', 75.3, 70.5, W],
  ['range', 58.5, 52.5, N],
  ['bench', 72.5, 69.2, E],
  ['bench', 72.5, 71.8, E],
  ['bench', 73.8, 69.2, E],
  ['bench', 73.8, 71.8, E],
  // Around the square.
  ['well', 60.5, 57.6, 0.3],
  ['bench', 61.2, 62.4, S],
  ['bench', 68.9, 60.4, W],
  ['flower-bed-a', 59.0, 63.4, N],
  ['flower-bed-b', 66.6, 63.6, N],
  ['flower-bed-a', 68.4, 57.5, 0.6],
  ['flower-bed-b', 59.4, 59.6, 1.3],
  ['barrel', 68.6, 63.5, 0],
  ['barrel', 69.3, 63.9, 1],
  ['crate', 57.5, 64.5, 0.4],
  ['sack', 57.6, 63.6, 0.2],
  ['cart', 58.5, 66.8, 2.4],
  ['log-pile', 75.8, 54.6, E],
  ['barrel', 69.4, 52.4, 0],
  ['crate', 51.4, 50.4, 0.3],
  ['hay-bale', 78.4, 54.4, 0.4],
  ['cart', 77.2, 56.4, 0.3],
  ['beehive', 49.5, 66.5, E],
  ['beehive', 49.5, 68.0, E],
  ['log-pile', 52.4, 62.5, 0.1],
  ['barrel', 50.4, 63.4, 0],
  ['flower-bed-a', 78.4, 66.5, E],
  ['flower-bed-b', 70.0, 72.4, E],
  ['stump', 49.6, 55.5, 0],
  ['log-pile', 49.8, 51.4, E],
  // Market by the south gate, and the hamlets at both ends of the bridge.
  ['signpost', 66.8, 44.9, S],
  ['signpost', 60.2, 77.8, N],
  ['signpost', 82.2, 64.6, E],
  ['signpost', 50.6, 46.3, S],
  ['signpost', 34.6, 44.1, S],
  ['barrel', 53.9, 47.0, 0],
  ['barrel', 53.3, 46.5, 0.4],
  ['crate', 59.2, 46.7, 0.3],
  ['crate', 59.9, 47.2, 0.9],
  ['stump', 37.5, 49.5, 0],
  ['log-pile', 36.2, 50.4, 0.6],
  ['barrel', 38.4, 55.4, 0],
  ['hay-bale', 32.4, 57.6, 0.5],
  ['hay-bale', 33.8, 57.7, 1.4],
  ['cart', 35.3, 42.3, 1.1],
  ['well', 36.4, 47.7, 0.2],
  ['crate', 46.6, 57.4, 0.3],
  ['barrel', 46.5, 60.5, 0],
  ['crate', 46.5, 61.3, 0.8],
  // The yard and its farm.
  ['scarecrow', 107.5, 44.5, S],
  ['hay-bale', 96.5, 66.4, 0.3],
  ['hay-bale', 96.6, 68.2, 1.3],
  ['hay-bale', 107.6, 66.5, 0.7],
  ['barrel', 107.4, 65.0, 0],
  ['cart', 108.5, 69.4, 2.1],
  ['hay-bale', 99.5, 70.4, 0.2],
  ['hay-bale', 104.4, 70.3, 0.9],
  ['crate', 99.4, 66.5, 0.2],
  ['sack', 104.5, 67.5, 0.2],
  ['stump', 86.5, 84.5, 0],
  ['log-pile', 90.2, 84.4, 0.7],
  // Diggings, warren and den.
  ['cart', 25.6, 66.2, 1.9],
  ['crate', 24.4, 71.4, 0.3],
  ['barrel', 25.2, 71.9, 0],
  ['mine-mouth', 13.0, 71.6, 2.2],
  ['totem', 25.4, 38.4, 0],
  ['totem', 31.6, 38.2, 0.4],
  ['totem', 20.3, 27.5, 1.2],
  ['burrow', 22.5, 34.5, 0.5],
  ['burrow', 30.5, 33.5, -0.6],
  ['burrow', 18.5, 29.5, 0.9],
  ['burrow', 25.5, 26.5, 0.1],
  ['burrow', 34.5, 27.5, -0.9],
  ['burrow', 36.5, 37.5, -0.3],
  ['mine-mouth', 118.0, 109.0, -2.4],
];

/** Stalls: two tiles deep, three wide. Their front looks along `yaw`. */
const STALLS: readonly Row[] = [
  ['stall-red', 60.6, 60.4, E],
  ['stall-blue', 69.6, 65.6, W],
  ['stall-red', 54.6, 47.2, S],
  ['stall-blue', 58.0, 41.6, N],
];

const LAMPS: readonly (readonly [x: number, z: number, yaw: number])[] = [
  [62.4, 55.5, E],
  [66.6, 51.5, W],
  [61.6, 63.4, S],
  [67.2, 62.9, S],
  [70.6, 60.9, N],
  [76.5, 63.9, S],
  [65.9, 69.5, E],
  [64.6, 74.4, S],
  [57.6, 60.3, N],
  [56.9, 64.6, W],
  [56.2, 57.6, E],
  [71.2, 58.8, S],
  [71.0, 66.9, S],
  [49.6, 46.7, S],
  [49.7, 42.4, N],
  [38.4, 46.7, S],
  [38.3, 42.4, N],
  [61.6, 45.6, S],
  [46.6, 56.4, W],
  [33.6, 48.8, S],
  [29.6, 86.6, E],
  [33.6, 74.3, W],
  [92.6, 63.8, S],
  [104.4, 63.9, S],
];

const FIRES: readonly (readonly [x: number, z: number])[] = [
  [52.4, 42.0],
  [35.9, 52.5],
  [26.6, 33.4],
  [87.4, 83.5],
];

/** Fences on the edges of tiles: from a corner, so many tiles east or north. */
const FENCES: readonly (readonly [x: number, z: number, along: 'x' | 'z', length: number])[] = [
  // The yard, open to the road in the north and to the fields in the west.
  [88, 60, 'x', 5],
  [97, 60, 'x', 15],
  [88, 40, 'x', 24],
  [112, 40, 'z', 8],
  [112, 51, 'z', 9],
  [88, 40, 'z', 9],
  [88, 52, 'z', 8],
  // Gardens.
  [31, 58, 'x', 8],
  [39, 52, 'z', 6],
  [31, 36, 'x', 5],
  [51, 36, 'x', 6],
  [83, 53, 'x', 6],
  [83, 72, 'x', 8],
  [91, 66, 'z', 6],
  [49, 64, 'x', 2],
  [69, 72, 'x', 2],
  [66, 33, 'x', 5],
];

const GARDENS: readonly (readonly [x: number, z: number, yaw: number])[] = [
  [35.5, 60.2, N],
  [52.6, 34.4, N],
  [86.4, 52.0, N],
  [86.2, 73.8, N],
  [50.2, 62.2, E],
  [75.5, 74.3, N],
  [32.4, 34.4, N],
];

/** Sets out everything that people have made and that is no house. */
export function furnish(plot: Plot): void {
  const hearth = place(plot, 'hearth-stone', 64.5, 62.5, { yaw: S, shade: [1.7, 0.35], blocks: true });
  addLight(plot, hearth, { x: 0, y: 1.1, z: 0.6 }, 'fire');
  plot.smokes.push({ x: 64.5, y: hearth.y + 0.9, z: 62.0, kind: 'fire' });
  for (const [model, x, z, yaw] of SOLID) solidThing(plot, model, x, z, yaw);
  for (const [model, x, z, yaw] of STALLS) placeStall(plot, model, x, z, yaw);
  for (const [x, z, yaw] of LAMPS) {
    const lamp = place(plot, 'lamp', x, z, { yaw, blocks: true, shade: [0.5, 0.3] });
    addLight(plot, lamp, LAMP_LIGHT, 'lamp');
  }
  for (const [x, z] of FIRES) {
    const fire = place(plot, 'campfire', x, z, { blocks: true, shade: [1, 0.35] });
    addLight(plot, fire, { x: 0, y: 0.7, z: 0 }, 'fire');
    plot.smokes.push({ x, y: fire.y + 0.8, z, kind: 'fire' });
    plot.worn.push({ x, z, radius: 1.7 });
  }
  for (const [x, z, along, length] of FENCES) placeFence(plot, x, z, along, length);
  for (const [x, z, yaw] of GARDENS) {
    place(plot, 'garden-patch', x, z, { yaw, shade: [1.2, 0.15] });
    plot.worn.push({ x, z, radius: 1.3 });
  }
}

function solidThing(plot: Plot, model: string, x: number, z: number, yaw: number): void {
  const options: PlaceOptions = { yaw, blocks: true, shade: [0.9, 0.34] };
  const placement = place(plot, model, x, z, options);
  if (model === 'furnace' || model === 'range') addLight(plot, placement, { x: 0, y: 0.7, z: 0.9 }, 'fire');
  if (model === 'well') plot.worn.push({ x, z, radius: 1.9 });
  if (model === 'well' || model === 'burrow' || model === 'mine-mouth' || model === 'furnace')
    blockAround(plot, model, x, z);
}

/** Larger things block the tiles that they cover. */
function blockAround(plot: Plot, model: string, x: number, z: number): void {
  const reach = model === 'mine-mouth' ? 1.3 : model === 'furnace' ? 0.6 : 0.75;
  for (let tz = Math.floor(z - reach); tz <= Math.floor(z + (model === 'furnace' ? 0 : reach)); tz++) {
    for (let tx = Math.floor(x - reach); tx <= Math.floor(x + reach); tx++) {
      if (Math.hypot(tx + 0.5 - x, tz + 0.5 - z) < reach + 0.3) block(plot, tx, tz);
    }
  }
}

function placeStall(plot: Plot, model: string, x: number, z: number, yaw: number): void {
  place(plot, model, x, z, { yaw, shade: [1.9, 0.4] });
  const acrossX = Math.abs(Math.cos(yaw)) > 0.5;
  const halfX = acrossX ? 1.5 : 0.8;
  const halfZ = acrossX ? 0.8 : 1.5;
  for (let tz = Math.floor(z - halfZ + 0.3); tz <= Math.floor(z + halfZ - 0.3); tz++) {
    for (let tx = Math.floor(x - halfX + 0.3); tx <= Math.floor(x + halfX - 0.3); tx++) block(plot, tx, tz);
  }
  plot.worn.push({ x, z, radius: 2.1 });
}

function placeFence(plot: Plot, x: number, z: number, along: 'x' | 'z', length: number): void {
  let at = 0;
  while (at < length) {
    const rest = length - at;
    const piece = rest === 2 || rest === 4 ? 2 : rest >= 3 ? 3 : rest;
    const middle = at + piece / 2;
    const model = piece === 3 ? 'fence-3' : 'fence-2';
    const scale = piece === 1 ? 0.5 : 1;
    if (along === 'x') place(plot, model, x + middle, z, { yaw: S, scale });
    else place(plot, model, x, z + middle, { yaw: E, scale });
    at += piece;
  }
  for (let tile = 0; tile < length; tile++) {
    if (along === 'x') addWall(plot, x + tile, z, 'south');
    else addWall(plot, x, z + tile, 'west');
    plot.taken.add(along === 'x' ? `${x + tile},${z}` : `${x},${z + tile}`);
    plot.taken.add(along === 'x' ? `${x + tile},${z - 1}` : `${x - 1},${z + tile}`);
  }
}

function block(plot: Plot, x: number, z: number): void {
  addFlags(plot, x, z, COLLISION.object);
  plot.taken.add(`${x},${z}`);
}
