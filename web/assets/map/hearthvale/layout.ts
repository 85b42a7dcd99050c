/**
 * Hearthvale as it is drawn on the map: river, roads, walls, houses and woods. World coordinates,
 * x east and z north, in tiles. Everything else is derived from these rows.
 */
import type { HouseName } from '../../models/scenery/houses.ts';
import type { Spot } from '../curve.ts';

export const ORIGIN = { x: 0, z: 0 } as const;
export const SIDE = 128;
export const WATER_LEVEL = 0;

/** The Lark: out of the western hills, past the town, and south. */
export const RIVER: readonly Spot[] = [
  [-100, 96],
  [-30, 93],
  [-8, 91],
  [6, 87.5],
  [17, 82.5],
  [25.5, 80.5],
  [34, 79.5],
  [39.5, 74],
  [41, 66],
  [41.6, 58],
  [43.2, 50],
  [44, 44.5],
  [44.6, 36],
  [44.7, 28],
  [45, 18],
  [44.2, 8],
  [45.5, -8],
  [48, -30],
  [46, -100],
];
/** Half of the river's width at the water's edge. */
export const RIVER_HALF = 3;

export interface Road {
  readonly points: readonly Spot[];
  /** Half of its width. */
  readonly half: number;
}

/** Roads of bare earth. The first three lead from the gates to the region's borders. */
export const ROADS: readonly Road[] = [
  {
    half: 1.3,
    points: [
      [64.5, 50],
      [64.3, 43],
      [62, 34],
      [63.5, 24],
      [67, 14],
      [65, 4],
      [64.5, -12],
    ],
  },
  {
    half: 1.3,
    points: [
      [78, 62.5],
      [84, 62.3],
      [92, 61.8],
      [104, 62.4],
      [114, 64.5],
      [122, 64],
      [140, 63.5],
    ],
  },
  {
    half: 1.2,
    points: [
      [62.5, 74],
      [62.4, 80],
      [60, 88],
      [57.5, 98],
      [58.5, 110],
      [60.5, 120],
      [60.5, 140],
    ],
  },
  {
    half: 1.15,
    points: [
      [64, 43.4],
      [57, 44.2],
      [50, 44.5],
      [39, 44.5],
      [33, 46],
      [28, 52],
      [25, 58],
      [22, 63],
    ],
  },
  {
    half: 0.85,
    points: [
      [31, 47],
      [28, 42],
      [27, 36],
    ],
  },
  {
    half: 0.9,
    points: [
      [60.5, 87],
      [51, 85.5],
      [40, 87.5],
      [31.5, 86.5],
      [31.5, 74],
      [29, 70],
      [25, 68],
    ],
  },
  {
    half: 0.8,
    points: [
      [40, 87.5],
      [38, 94],
      [36, 101],
    ],
  },
  {
    half: 0.9,
    points: [
      [62.4, 79],
      [70, 80.5],
      [80, 80],
      [88, 82],
      [96, 88],
      [104, 96],
      [112, 104],
    ],
  },
  {
    half: 0.8,
    points: [
      [92, 61.8],
      [94, 57],
      [97, 52],
    ],
  },
  {
    half: 0.9,
    points: [
      [101.5, 62.3],
      [102, 65],
    ],
  },
  {
    half: 0.75,
    points: [
      [51, 44.4],
      [46.9, 47],
      [46.2, 52],
      [45.8, 58],
    ],
  },
  {
    half: 0.8,
    points: [
      [60, 89],
      [66, 97],
      [71, 106],
    ],
  },
];

/** Streets of the town; cobbled where `cobbled`. */
export const STREETS: readonly (Road & { readonly cobbled: boolean })[] = [
  {
    half: 1.5,
    cobbled: true,
    points: [
      [64.5, 48],
      [64.5, 60],
    ],
  },
  {
    half: 1.3,
    cobbled: true,
    points: [
      [64.5, 61.5],
      [72, 62.4],
      [80, 62.5],
    ],
  },
  {
    half: 1.2,
    cobbled: true,
    points: [
      [66.5, 61],
      [68.2, 65],
      [67.6, 70],
      [64.5, 73.5],
      [62.5, 76],
    ],
  },
  {
    half: 1.1,
    cobbled: true,
    points: [
      [64.5, 60.5],
      [57.5, 61.5],
      [54.8, 65],
    ],
  },
  {
    half: 0.9,
    cobbled: false,
    points: [
      [58, 61.3],
      [56.5, 58.5],
      [55, 57],
    ],
  },
  {
    half: 0.9,
    cobbled: false,
    points: [
      [66, 59.5],
      [70, 58.5],
      [72.4, 57.2],
    ],
  },
  {
    half: 0.8,
    cobbled: false,
    points: [
      [62, 57.5],
      [60.2, 54.5],
      [58.8, 53.4],
    ],
  },
  {
    half: 0.8,
    cobbled: false,
    points: [
      [67.8, 69.5],
      [69.5, 70.4],
      [71, 70.5],
    ],
  },
  {
    half: 0.75,
    cobbled: false,
    points: [
      [62.5, 73.8],
      [57, 73.6],
      [54, 72.4],
    ],
  },
];
/** The market square around the hearth-stone. */
export const SQUARE = { x: 64.5, z: 60.5, radius: 4.6 } as const;

export const TOWN = { west: 48, south: 48, width: 32, depth: 28 } as const;
/** Tiles of the three gates along the wall, three wide. */
export const GATES = [
  { side: 'south', middle: 64 },
  { side: 'east', middle: 62 },
  { side: 'north', middle: 62 },
] as const;

/** Timber bridges: the deck's south-west tile; ten long, three wide. */
export const BRIDGES = [
  { x: 39, z: 43, along: 'x' },
  { x: 30, z: 75, along: 'z' },
] as const;
export const BRIDGE_LENGTH = 10;

/** The town's jetty: deck tiles from the east bank out over the water. */
export const JETTY = { x: 42, z: 58, width: 4, depth: 2 } as const;

export interface Site {
  readonly house: HouseName;
  /** South-west tile of the footprint, as turned. */
  readonly x: number;
  readonly z: number;
  readonly faces: 'north' | 'east' | 'south' | 'west';
}

export const SITES: readonly Site[] = [
  { house: 'bank', x: 60, z: 64, faces: 'south' },
  { house: 'general-shop', x: 52, z: 66, faces: 'south' },
  { house: 'smithy', x: 70, z: 52, faces: 'north' },
  { house: 'tannery', x: 52, z: 52, faces: 'north' },
  { house: 'chapel', x: 71, z: 68, faces: 'west' },
  { house: 'barn', x: 98, z: 64, faces: 'south' },
  { house: 'cottage-straw', x: 49, z: 58, faces: 'east' },
  { house: 'cottage-red', x: 72, z: 64, faces: 'south' },
  { house: 'cottage-brown', x: 75, z: 49, faces: 'north' },
  { house: 'cottage-moss', x: 50, z: 72, faces: 'south' },
  { house: 'cottage-straw', x: 73, z: 58, faces: 'north' },
  { house: 'cottage-straw', x: 33, z: 52, faces: 'south' },
  { house: 'cottage-red', x: 31, z: 38, faces: 'north' },
  { house: 'cottage-moss', x: 52, z: 38, faces: 'north' },
  { house: 'cottage-brown', x: 84, z: 66, faces: 'south' },
  { house: 'cottage-straw', x: 84, z: 55, faces: 'north' },
  { house: 'cottage-red', x: 67, z: 36, faces: 'west' },
];

export interface Wood {
  readonly kind: 'oak' | 'pine' | 'mixed';
  readonly x: number;
  readonly z: number;
  readonly radius: number;
  readonly count: number;
}

/** Woods that cannot be felled: backdrop of the roads. */
export const WOODS: readonly Wood[] = [
  { kind: 'mixed', x: 8, z: 110, radius: 16, count: 26 },
  { kind: 'pine', x: 6, z: 52, radius: 10, count: 14 },
  { kind: 'oak', x: 8, z: 10, radius: 14, count: 18 },
  { kind: 'mixed', x: 30, z: 8, radius: 10, count: 10 },
  { kind: 'oak', x: 84, z: 16, radius: 20, count: 30 },
  { kind: 'mixed', x: 114, z: 20, radius: 18, count: 30 },
  { kind: 'oak', x: 120, z: 48, radius: 10, count: 10 },
  { kind: 'oak', x: 106, z: 98, radius: 18, count: 34 },
  { kind: 'mixed', x: 118, z: 84, radius: 12, count: 16 },
  { kind: 'pine', x: 92, z: 120, radius: 16, count: 26 },
  { kind: 'oak', x: 44, z: 118, radius: 12, count: 14 },
  { kind: 'pine', x: 14, z: 70, radius: 14, count: 12 },
  { kind: 'oak', x: 80, z: 88, radius: 9, count: 9 },
  { kind: 'mixed', x: 55, z: 20, radius: 9, count: 8 },
];

export interface Stand {
  readonly kind: 'ash' | 'birch' | 'copper_ore' | 'tin_ore' | 'iron_ore' | 'spot_net';
  readonly count: number;
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly depth: number;
  /** Least distance between two of the stand. */
  readonly apart: number;
}

/** What players gather, by the rectangle in which it grows. */
export const STANDS: readonly Stand[] = [
  { kind: 'ash', count: 24, west: 20, south: 84, width: 36, depth: 32, apart: 3.6 },
  { kind: 'birch', count: 8, west: 60, south: 96, width: 24, depth: 24, apart: 4 },
  { kind: 'copper_ore', count: 6, west: 12, south: 60, width: 16, depth: 16, apart: 2.2 },
  { kind: 'tin_ore', count: 6, west: 12, south: 60, width: 16, depth: 16, apart: 2.2 },
  { kind: 'iron_ore', count: 2, west: 12, south: 60, width: 16, depth: 16, apart: 2.2 },
  { kind: 'spot_net', count: 5, west: 46, south: 20, width: 2, depth: 30, apart: 4 },
];

/** The diggings: a bowl of bare rock. */
export const PIT = { x: 20, z: 68, radius: 8 } as const;
export const WARREN = { x: 27, z: 32, radius: 13 } as const;
export const YARD = { west: 88, south: 40, width: 24, depth: 20 } as const;
export const DEN = { x: 118, z: 109 } as const;
export const POND = { x: 101, z: 47, radius: 3.1 } as const;
