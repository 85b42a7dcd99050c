import type { House } from './house-plan.ts';

const COTTAGE = {
  depth: 4,
  wallHeight: 2.25,
  roofRise: 2.1,
  thatch: true,
  timber: 0x5c3c26,
  stone: 0.5,
  open: false,
  doorX: 0,
  doorWidth: 0.86,
  windows: { front: [-1.55, 1.55], side: [0], back: [-1, 1] },
} as const;

const TOWN_HALL = {
  timber: 0x563824,
  stone: 0.55,
  thatch: false,
  open: true,
  doorX: 0,
  doorWidth: 1,
} as const;

const THATCH = 0xc59a4e;
const THATCH_OLD = 0xb08a4c;
const TILES_RED = 0x9e5644;
const TILES_BROWN = 0x84584a;
const SLATE = 0x61747f;

/** The houses of Hearthvale. Sizes are whole tiles, so that their footprints are. */
export const HOUSES = {
  'cottage-straw': { ...COTTAGE, seed: 1, width: 5, roof: THATCH, wall: 0xf0e4c8, shutters: 0x4f708c, chimney: 1.4 },
  'cottage-moss': {
    ...COTTAGE,
    seed: 2,
    width: 5,
    roof: THATCH_OLD,
    wall: 0xe6d8b8,
    shutters: 0x5c7f4a,
    chimney: -1.4,
  },
  'cottage-red': {
    ...COTTAGE,
    seed: 3,
    width: 6,
    roof: TILES_RED,
    thatch: false,
    wall: 0xf0e2cc,
    shutters: 0x3f6f6a,
    chimney: 1.8,
    windows: { front: [-2, 2], side: [0], back: [-1.5, 1.5] },
  },
  'cottage-brown': {
    ...COTTAGE,
    seed: 4,
    width: 4,
    roof: TILES_BROWN,
    thatch: false,
    wall: 0xe8d6b4,
    shutters: 0x8a4a3c,
    chimney: -1,
    windows: { front: [-1.3, 1.3], side: [0], back: [0] },
  },
  bank: {
    ...TOWN_HALL,
    seed: 11,
    width: 6,
    depth: 5,
    wallHeight: 2.7,
    roofRise: 2.3,
    roof: SLATE,
    stone: 1.0,
    wall: 0xf2e8d2,
    shutters: 0xb8923c,
    doorWidth: 2,
    windows: { front: [-2.1, 2.1], side: [-1, 1], back: [-1.6, 0, 1.6] },
    chimney: undefined,
  },
  'general-shop': {
    ...TOWN_HALL,
    seed: 12,
    width: 5,
    depth: 5,
    wallHeight: 2.5,
    roofRise: 2.4,
    roof: TILES_RED,
    wall: 0xefe0c2,
    shutters: 0x3f7a5a,
    windows: { front: [-1.6, 1.6], side: [-1, 1], back: [0] },
    chimney: 1.4,
  },
  smithy: {
    ...TOWN_HALL,
    seed: 13,
    width: 5,
    depth: 5,
    wallHeight: 2.5,
    roofRise: 2.0,
    roof: TILES_BROWN,
    stone: 2.5,
    wall: 0xd8cbb2,
    shutters: 0x4a4440,
    doorWidth: 3,
    windows: { front: [], side: [0], back: [] },
    chimney: 1.5,
  },
  tannery: {
    ...TOWN_HALL,
    seed: 14,
    width: 5,
    depth: 5,
    wallHeight: 2.4,
    roofRise: 2.2,
    roof: THATCH_OLD,
    thatch: true,
    wall: 0xe2cfa6,
    shutters: 0x7a5236,
    windows: { front: [-1.6, 1.6], side: [1], back: [0] },
    chimney: -1.4,
  },
  chapel: {
    ...TOWN_HALL,
    seed: 15,
    width: 5,
    depth: 6,
    wallHeight: 3.0,
    roofRise: 3.2,
    roof: SLATE,
    stone: 3.0,
    wall: 0xd9d2c4,
    shutters: 0x61747f,
    windows: { front: [], side: [-1.6, 0, 1.6], back: [] },
    chimney: undefined,
  },
  barn: {
    ...TOWN_HALL,
    seed: 16,
    width: 8,
    depth: 8,
    wallHeight: 2.9,
    roofRise: 3.4,
    roof: 0x934c3c,
    stone: 0.4,
    wall: 0x9a5a40,
    timber: 0xe2d6bc,
    shutters: 0xe2d6bc,
    doorWidth: 2,
    windows: { front: [], side: [], back: [-2, 2] },
    chimney: undefined,
  },
} as const satisfies Record<string, House>;

export type HouseName = keyof typeof HOUSES;
export const HOUSE_NAMES = Object.keys(HOUSES) as HouseName[];

/** The row of a house. */
export function houseRow(name: HouseName): House {
  return HOUSES[name];
}
