import { COLLISION } from '../../../../shared/space/terrain.ts';
import { createRandom, noise } from '../../../scene/noise.ts';
import { flagsOn, heightOn, isTaken, type Plot, place } from '../plot.ts';
import { groundHeight, riverDistance, roadDistance, streetDistance, townDistance } from './ground.ts';
import { BRIDGES, PIT, SIDE, STANDS, type Stand, WATER_LEVEL, WOODS, YARD } from './layout.ts';

/** A tile on which players gather something. */
export interface ResourceTile {
  readonly kind: Stand['kind'];
  readonly x: number;
  readonly z: number;
}

const STAND_MODELS: Readonly<Record<Stand['kind'], string | undefined>> = {
  ash: 'ash',
  birch: 'birch',
  copper_ore: 'rock-copper',
  tin_ore: 'rock-tin',
  iron_ore: 'rock-iron',
  spot_net: undefined,
};

const BLOCKED = COLLISION.object | COLLISION.floor;

/** Plants the stands of resources, and tells on which tiles. */
export function placeStands(plot: Plot): ResourceTile[] {
  const tiles: ResourceTile[] = [];
  STANDS.forEach((stand, index) => {
    const random = createRandom(900 + index);
    for (let count = 0; count < stand.count; count++) {
      const tile = findTile(plot, stand, random, tiles);
      tiles.push({ kind: stand.kind, ...tile });
      plantStand(plot, stand.kind, tile, random);
    }
  });
  return tiles;
}

function plantStand(plot: Plot, kind: Stand['kind'], tile: { x: number; z: number }, random: () => number): void {
  const model = STAND_MODELS[kind];
  if (model === undefined) return;
  const isRock = kind.endsWith('_ore');
  place(plot, model, tile.x + 0.5, tile.z + 0.5, {
    yaw: random() * Math.PI * 2,
    scale: isRock ? 0.62 + random() * 0.12 : 0.92 + random() * 0.28,
    tint: isRock ? 0 : Math.floor(random() * 3),
    blocks: true,
    shade: isRock ? [1.2, 0.38] : [1.7, 0.42],
  });
  if (isRock) return;
  for (const [dx, dz] of [
    [-1, 0],
    [1, 0],
    [0, -1],
    [0, 1],
  ] as const)
    plot.taken.add(`${tile.x + dx},${tile.z + dz}`);
}

function findTile(
  plot: Plot,
  stand: Stand,
  random: () => number,
  tiles: readonly ResourceTile[],
): { x: number; z: number } {
  for (let attempt = 0; attempt < 4000; attempt++) {
    const x = stand.west + Math.floor(random() * stand.width);
    const z = stand.south + Math.floor(random() * stand.depth);
    // After many failures the stand may grow closer together.
    const apart = stand.apart * (attempt < 2000 ? 1 : 0.6);
    if (tiles.some((other) => Math.hypot(other.x - x, other.z - z) < apart)) continue;
    if (stand.kind === 'spot_net' ? isBankWater(plot, x, z) : isOpenGround(plot, stand, x, z)) return { x, z };
  }
  throw new Error(`no room for another ${stand.kind} in its rectangle`);
}

function isOpenGround(plot: Plot, stand: Stand, x: number, z: number): boolean {
  if ((flagsOn(plot, x, z) & BLOCKED) !== 0 || isTaken(plot, x, z)) return false;
  if (stand.kind.endsWith('_ore')) {
    const reach = Math.hypot(x + 0.5 - PIT.x, z + 0.5 - PIT.z);
    return reach > 2.5 && reach < PIT.radius + 1 && roadDistance(x + 0.5, z + 0.5) > 0.2;
  }
  return roadDistance(x + 0.5, z + 0.5) > 0.9 && heightOn(plot, x + 0.5, z + 0.5) > 0.5;
}

/** Water with dry ground to stand on beside it. */
function isBankWater(plot: Plot, x: number, z: number): boolean {
  if ((flagsOn(plot, x, z) & COLLISION.water) === 0 || (flagsOn(plot, x, z) & COLLISION.floor) === 0) return false;
  return [
    [-1, 0],
    [1, 0],
    [0, -1],
    [0, 1],
  ].some(([dx = 0, dz = 0]) => (flagsOn(plot, x + dx, z + dz) & BLOCKED) === 0);
}

/** Plants woods, bushes, stones and the green of the banks. */
export function placeWilds(plot: Plot): void {
  placeWoods(plot);
  placeLoneTrees(plot);
  placeBushes(plot);
  placeStones(plot);
  placeBankPlants(plot);
  placeBeyond(plot);
}

/** Whether something may grow at a point, `clear` tiles from ways. */
function mayGrow(plot: Plot, x: number, z: number, clear: number): boolean {
  if (x < 0.5 || z < 0.5 || x > SIDE - 0.5 || z > SIDE - 0.5 || isTaken(plot, x, z)) return false;
  if ((flagsOn(plot, Math.floor(x), Math.floor(z)) & BLOCKED) !== 0) return false;
  if (heightOn(plot, x, z) < 0.45 || Math.hypot(x - PIT.x, z - PIT.z) < PIT.radius + 1) return false;
  return roadDistance(x, z) > clear && streetDistance(x, z, true) > clear && streetDistance(x, z, false) > clear;
}

function plantTree(plot: Plot, model: string, x: number, z: number, random: () => number): void {
  const size = 0.85 + random() * 0.5;
  place(plot, model, x, z, {
    yaw: random() * Math.PI * 2,
    scale: size,
    tint: model.startsWith('pine') ? Math.floor(random() * 2) : Math.floor(random() * 4),
    blocks: true,
    hides: true,
    shade: [1.9 * size, 0.44],
  });
}

function treeOf(kind: 'oak' | 'pine' | 'mixed', random: () => number): string {
  const isPine = kind === 'pine' || (kind === 'mixed' && random() < 0.45);
  const second = random() < 0.5;
  return isPine ? (second ? 'pine-a' : 'pine-b') : second ? 'oak-a' : 'oak-b';
}

function placeWoods(plot: Plot): void {
  const random = createRandom(401);
  const stood: { x: number; z: number }[] = [];
  for (const wood of WOODS) {
    let planted = 0;
    for (let attempt = 0; attempt < wood.count * 12 && planted < wood.count; attempt++) {
      const angle = random() * Math.PI * 2;
      const reach = Math.sqrt(random()) * wood.radius;
      const x = Math.floor(wood.x + Math.cos(angle) * reach) + 0.5 + (random() - 0.5) * 0.3;
      const z = Math.floor(wood.z + Math.sin(angle) * reach) + 0.5 + (random() - 0.5) * 0.3;
      if (!mayGrow(plot, x, z, 1.1) || townDistance(x, z) < 2 || isInYard(x, z) || riverDistance(x, z) < 4.6) continue;
      if (stood.some((tree) => Math.hypot(tree.x - x, tree.z - z) < 2.4)) continue;
      stood.push({ x, z });
      plantTree(plot, treeOf(wood.kind, random), x, z, random);
      planted++;
    }
  }
}

/** Trees that somebody chose a place for: they frame the town, the bridges and the ways. */
const LONE_TREES: readonly (readonly [model: string, x: number, z: number])[] = [
  ['apple', 57.5, 57.5],
  ['apple', 50.5, 65.5],
  ['apple', 78.0, 72.5],
  ['apple', 75.5, 70.7],
  ['oak-a', 49.6, 56.2],
  ['apple', 59.5, 71.5],
  ['oak-a', 69.5, 73.5],
  ['birch', 57.5, 71.8],
  ['apple', 77.5, 60.0],
  ['apple', 60.5, 50.5],
  ['birch', 69.4, 49.5],
  ['oak-a', 47.5, 36.5],
  ['oak-b', 37.6, 40.6],
  ['pine-b', 36.4, 56.6],
  ['oak-a', 56.5, 36.5],
  ['oak-b', 37.0, 51.5],
  ['pine-a', 29.5, 48.5],
  ['oak-a', 60.5, 41.5],
  ['oak-b', 69.5, 46.5],
  ['oak-a', 56.5, 79.5],
  ['oak-b', 66.5, 79.5],
  ['birch', 68.4, 78.4],
  ['oak-a', 84.0, 58.0],
  ['oak-b', 86.5, 64.4],
  ['apple', 88.5, 70.4],
  ['apple', 85.4, 74.6],
  ['oak-a', 28.4, 77.5],
  ['oak-b', 35.5, 84.6],
  ['pine-a', 36.6, 76.4],
  ['oak-a', 91.4, 66.7],
  ['oak-a', 106.5, 57.5],
  ['oak-b', 90.4, 42.5],
];

function placeLoneTrees(plot: Plot): void {
  const random = createRandom(402);
  for (const [model, x, z] of LONE_TREES) {
    if ((flagsOn(plot, Math.floor(x), Math.floor(z)) & BLOCKED) === 0) plantTree(plot, model, x, z, random);
  }
  for (let attempt = 0; attempt < 900; attempt++) {
    const x = Math.floor(random() * SIDE) + 0.5;
    const z = Math.floor(random() * SIDE) + 0.5;
    if (noise(x * 0.06, z * 0.06, 403) < 0.25 && random() > 0.1) continue;
    if (!mayGrow(plot, x, z, 1.4) || townDistance(x, z) < 3 || isInYard(x, z) || riverDistance(x, z) < 5.2) continue;
    if (Math.hypot(x - PIT.x, z - PIT.z) < PIT.radius + 3) continue;
    if (nearTree(plot, x, z, 3.4)) continue;
    plantTree(plot, treeOf(noise(x * 0.03, z * 0.03, 404) > 0 ? 'oak' : 'mixed', random), x, z, random);
  }
}

function isInYard(x: number, z: number): boolean {
  return x > YARD.west - 1 && x < YARD.west + YARD.width + 1 && z > YARD.south - 1 && z < YARD.south + YARD.depth + 1;
}

function nearTree(plot: Plot, x: number, z: number, within: number): boolean {
  return plot.placements.some(
    (other) => /^(oak|pine|ash|birch|apple)/.test(other.model) && Math.hypot(other.x - x, other.z - z) < within,
  );
}

function placeBushes(plot: Plot): void {
  const random = createRandom(405);
  for (let attempt = 0; attempt < 1700; attempt++) {
    const x = random() * SIDE;
    const z = random() * SIDE;
    if (noise(x * 0.09, z * 0.09, 406) < 0.15 && random() > 0.12) continue;
    if (!mayGrow(plot, x, z, 0.7)) continue;
    const inTown = townDistance(x, z) === 0;
    if (inTown && random() > 0.6) continue;
    const scale = 0.7 + random() * 0.7;
    const model = random() < (inTown ? 0.5 : 0.14) ? 'bush-rose' : random() < 0.6 ? 'bush-a' : 'bush-b';
    place(plot, model, x, z, {
      yaw: random() * 6.28,
      scale,
      tint: Math.floor(random() * 3),
      shade: [0.85 * scale, 0.32],
    });
    plot.taken.add(`${Math.floor(x)},${Math.floor(z)}`);
  }
}

function placeStones(plot: Plot): void {
  const random = createRandom(407);
  for (let attempt = 0; attempt < 1500; attempt++) {
    const x = random() * SIDE;
    const z = random() * SIDE;
    const river = riverDistance(x, z);
    const isBank =
      river > 2.6 && river < 5.4 && BRIDGES.every((bridge) => Math.hypot(bridge.x + 5 - x, bridge.z + 1.5 - z) > 6);
    const nearPit = Math.hypot(x - PIT.x, z - PIT.z) < PIT.radius + 4;
    if (!(isBank && random() < 0.55) && !(nearPit && random() < 0.7) && random() > 0.1) continue;
    const scale = 0.16 + random() * random() * (nearPit ? 0.7 : 0.45);
    if (isBank || nearPit ? isTaken(plot, x, z) : !mayGrow(plot, x, z, 0.4)) continue;
    if (nearPit && Math.hypot(x - PIT.x, z - PIT.z) < 3) continue;
    const large = scale > 0.42;
    place(plot, nearPit || random() < 0.4 ? 'rock-b' : 'rock-a', x, z, {
      yaw: random() * 6.28,
      scale,
      blocks: large && !isBank,
      shade: [scale * 1.6, 0.3],
    });
  }
}

function placeBankPlants(plot: Plot): void {
  const random = createRandom(408);
  for (let attempt = 0; attempt < 5200; attempt++) {
    const x = random() * SIDE;
    const z = random() * SIDE;
    const height = heightOn(plot, x, z);
    if (height > 0.12 || height < -0.9 || isTaken(plot, x, z)) continue;
    if (height > -0.4 && noise(x * 0.16, z * 0.16, 409) > 0.05) {
      place(plot, 'reeds', x, z, {
        yaw: random() * 6.28,
        scale: 0.7 + random() * 0.5,
        y: Math.max(height, WATER_LEVEL - 0.2),
      });
    } else if (height < -0.3 && noise(x * 0.12, z * 0.12, 410) > 0.3 && random() < 0.5) {
      place(plot, 'lilies', x, z, { yaw: random() * 6.28, scale: 0.8 + random() * 0.5, y: WATER_LEVEL + 0.012 });
    }
  }
}

/** Trees outside the region, so that it does not end in bare hills. */
function placeBeyond(plot: Plot): void {
  const random = createRandom(411);
  const stood: { x: number; z: number }[] = [];
  for (let attempt = 0; attempt < 2400 && stood.length < 330; attempt++) {
    const x = -46 + random() * (SIDE + 92);
    const z = -46 + random() * (SIDE + 92);
    const out = Math.max(-x, x - SIDE, -z, z - SIDE);
    if (out < 2.5 || riverDistance(x, z) < 8 || roadDistance(x, z) < 1.6) continue;
    if (noise(x * 0.05, z * 0.05, 412) < -0.1 && random() > 0.2) continue;
    if (stood.some((tree) => Math.hypot(tree.x - x, tree.z - z) < 3)) continue;
    stood.push({ x, z });
    plot.placements.push({
      model: treeOf('mixed', random),
      x,
      z,
      y: groundHeight(x, z) - 0.35,
      yaw: random() * 6.28,
      scale: 1 + random() * 0.5,
      tint: Math.floor(random() * 3),
      building: 0,
    });
  }
}
