import type { Mesh } from '../mesh.ts';
import { bridge, jetty } from './scenery/bridge.ts';
import { house } from './scenery/building.ts';
import {
  barrel,
  beehive,
  boat,
  cart,
  crate,
  gardenPatch,
  hayBale,
  logPile,
  sack,
  scarecrow,
  stump,
} from './scenery/goods.ts';
import { flower, lilies, reeds, rock, tuft } from './scenery/ground-cover.ts';
import { HOUSE_NAMES, houseRow } from './scenery/houses.ts';
import type { Detail } from './scenery/solid.ts';
import { gate, wallPiece, wallTower } from './scenery/stonework.ts';
import { bench, campfire, fence, flowerBed, hearthStone, lamp, signpost, stall, well } from './scenery/street.ts';
import { bush, LEAF_TREE_NAMES, leafTree, PINE_NAMES, pine, type TreeLevel } from './scenery/trees.ts';
import {
  altar,
  anvil,
  bankBooth,
  burrow,
  counter,
  furnace,
  hideRack,
  mineMouth,
  range,
  shelf,
  totem,
} from './scenery/workshop.ts';

/** Fruit and cloth of the market. */
const GREENGROCER = [0xd8453a, 0xe8a33a, 0x7fae3a, 0x8a4f9a] as const;
const BAKER = [0xd8a860, 0xc08848, 0xe6c890] as const;

/** Models of which each placement is one more copy of one mesh: `full` near, `plain` far away. */
const PROPS: Readonly<Record<string, (detail: Detail) => Mesh>> = {
  ...Object.fromEntries(HOUSE_NAMES.map((name) => [name, (detail: Detail) => house(houseRow(name), detail)])),
  'wall-4': (detail) => wallPiece(4, 61, detail),
  'wall-2': (detail) => wallPiece(2, 62, detail),
  'wall-1': (detail) => wallPiece(1, 63, detail),
  'wall-tower': wallTower,
  gate,
  'bridge-10': (detail) => bridge(10, detail),
  jetty: (detail) => jetty(4, 2, detail),
  well,
  'stall-red': (detail) => stall(0xc23c34, GREENGROCER, detail),
  'stall-blue': (detail) => stall(0x3a6ea8, BAKER, detail),
  lamp,
  'fence-2': (detail) => fence(2, detail),
  'fence-3': (detail) => fence(3, detail),
  signpost,
  bench,
  'hearth-stone': hearthStone,
  campfire,
  'flower-bed-a': (detail) => flowerBed(91, detail),
  'flower-bed-b': (detail) => flowerBed(92, detail),
  barrel,
  crate,
  sack,
  'hay-bale': hayBale,
  'log-pile': logPile,
  stump,
  cart,
  boat,
  beehive,
  'garden-patch': gardenPatch,
  scarecrow,
  'bank-booth': bankBooth,
  counter,
  shelf,
  furnace,
  anvil,
  range,
  altar,
  'hide-rack': hideRack,
  burrow,
  totem,
  'mine-mouth': mineMouth,
  lilies: () => lilies(51),
  reeds: () => reeds(52),
};

const GREEN = [0x2a5424, 0x528a36, 0x8fb048] as const;
const SILVER = [0x2f5534, 0x5f8c48, 0x94ae5c] as const;

/** Models drawn many times over: levels 0 near, 1 far, 2 on the slowest machines. */
const PLANTS: Readonly<Record<string, (level: TreeLevel) => Mesh>> = {
  ...Object.fromEntries(LEAF_TREE_NAMES.map((name) => [name, (level: TreeLevel) => leafTree(name, level)])),
  ...Object.fromEntries(PINE_NAMES.map((name) => [name, (level: TreeLevel) => pine(name, level)])),
  'bush-a': (level) => bush(51, GREEN, level),
  'bush-b': (level) => bush(57, SILVER, level),
  'bush-rose': (level) => bush(55, GREEN, level, 0xe0607c),
  'rock-a': (level) => rock(81, { moss: true, plain: level > 0 }),
  'rock-b': (level) => rock(83, { moss: false, plain: level > 0 }),
  'rock-copper': (level) => rock(85, { vein: 0xc8743c, plain: level > 0 }),
  'rock-tin': (level) => rock(87, { vein: 0xccd0d4, plain: level > 0 }),
  'rock-iron': (level) => rock(89, { vein: 0x8a4434, plain: level > 0 }),
};

/** Grass and flowers, strewn by the client over meadows. */
const COVER: Readonly<Record<string, () => Mesh>> = {
  'tuft-a': () => tuft(1, 6),
  'tuft-b': () => tuft(2, 5),
  'flower-white': () => flower(1, 0xf6f2e8),
  'flower-yellow': () => flower(2, 0xf4cc4a),
  'flower-pink': () => flower(3, 0xe07aa8),
};

export const PROP_NAMES = Object.keys(PROPS);
export const PLANT_NAMES = Object.keys(PLANTS);
export const COVER_NAMES = Object.keys(COVER);

/**
 * Every model of the land by its name in `models/scenery.glb`: `<name>`, and `<name>~1`, `<name>~2`
 * for the simpler ones. Builders are deterministic.
 */
export const SCENERY_MODELS: Readonly<Record<string, () => Mesh>> = Object.fromEntries([
  ...Object.entries(PROPS).flatMap(([name, build]): [string, () => Mesh][] => [
    [name, () => build('full')],
    [`${name}~1`, () => build('plain')],
    [`${name}~2`, () => build('sketch')],
  ]),
  ...Object.entries(PLANTS).flatMap(([name, build]): [string, () => Mesh][] => [
    [name, () => build(0)],
    [`${name}~1`, () => build(1)],
    [`${name}~2`, () => build(2)],
  ]),
  ...Object.entries(COVER),
]);
