import { blend, type Colour, linear, ramp } from '../../colour.ts';
import type { Mesh } from '../../mesh.ts';
import type { Point } from './frame.ts';
import { Solid } from './solid.ts';

/** Levels of a tree: 0 near the camera, 1 far, 2 on the slowest machines. */
export type TreeLevel = 0 | 1 | 2;

/** `_GROUP` of trees: they open up where they would hide the own character. */
const OPENS_UP = 0.25;

interface Crown {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radius: number;
}

interface LeafTree {
  readonly seed: number;
  readonly bark: number;
  readonly leaves: readonly [number, number, number];
  readonly trunkHeight: number;
  readonly trunkRadius: number;
  readonly crownRadius: number;
  /** Height of the crown in parts of its width. */
  readonly tall: number;
  /** Balls around the middle one. */
  readonly around: number;
}

const LEAF_TREES = {
  'oak-a': {
    seed: 3,
    bark: 0x6b4a30,
    leaves: [0x2f5f22, 0x64a030, 0xabc64c],
    trunkHeight: 2.0,
    trunkRadius: 0.32,
    crownRadius: 1.5,
    tall: 1,
    around: 6,
  },
  'oak-b': {
    seed: 11,
    bark: 0x634530,
    leaves: [0x2b5a2a, 0x559038, 0x98b84a],
    trunkHeight: 2.3,
    trunkRadius: 0.36,
    crownRadius: 1.65,
    tall: 1.05,
    around: 6,
  },
  ash: {
    seed: 21,
    bark: 0x7d7465,
    leaves: [0x35691f, 0x7fae35, 0xc3cf55],
    trunkHeight: 2.5,
    trunkRadius: 0.25,
    crownRadius: 1.15,
    tall: 1.5,
    around: 5,
  },
  birch: {
    seed: 31,
    bark: 0xe6e2d8,
    leaves: [0x4a7a2a, 0x9cb83c, 0xdad45e],
    trunkHeight: 2.7,
    trunkRadius: 0.17,
    crownRadius: 0.9,
    tall: 1.75,
    around: 5,
  },
  apple: {
    seed: 41,
    bark: 0x6a4c34,
    leaves: [0x376a26, 0x6fa838, 0xa8cc55],
    trunkHeight: 1.2,
    trunkRadius: 0.2,
    crownRadius: 0.95,
    tall: 0.95,
    around: 5,
  },
} as const satisfies Record<string, LeafTree>;

export type LeafTreeName = keyof typeof LEAF_TREES;
export const LEAF_TREE_NAMES = Object.keys(LEAF_TREES) as LeafTreeName[];

/** A tree of balls of leaves on a trunk, about 4 tiles tall. */
export function leafTree(name: LeafTreeName, level: TreeLevel): Mesh {
  const tree: LeafTree = LEAF_TREES[name];
  const solid = new Solid(tree.seed, level === 0 ? 'full' : 'plain');
  solid.group = OPENS_UP;
  const crowns = crownsOf(tree, solid.random, level);
  drawTrunk(solid, tree, level);
  if (level === 0) drawBoughs(solid, tree, crowns);
  const colour = leafColour(tree);
  for (const crown of crowns) {
    const { x, y, z, radius } = crown;
    solid.at(x, y, z, () => {
      solid.blob({ radius, detail: level === 0 ? 1 : 0, rough: 0.13, flat: 0.88, wind: 1, colour });
    });
  }
  if (name === 'apple' && level === 0) drawApples(solid, crowns);
  if (name === 'birch' && level === 0) drawBirchMarks(solid, tree);
  return solid.mesh();
}

function crownsOf(tree: LeafTree, random: () => number, level: TreeLevel): Crown[] {
  const { crownRadius: r, tall, around } = tree;
  const y = tree.trunkHeight + r * tall * 0.62;
  const crowns: Crown[] = [{ x: 0, y: y + r * 0.12 * tall, z: 0, radius: r * 0.98 }];
  const turn = random() * 6;
  for (let index = 0; index < around; index++) {
    const angle = turn + (index / around) * Math.PI * 2 + (random() - 0.5) * 0.7;
    const reach = r * (0.62 + random() * 0.25);
    const lift = (random() - 0.62) * r * 0.7 * tall;
    crowns.push({
      x: Math.cos(angle) * reach,
      y: y + lift,
      z: Math.sin(angle) * reach,
      radius: r * (0.58 + random() * 0.2),
    });
  }
  for (let index = 0; index < 3; index++) {
    const angle = turn + 1 + (index / 3) * Math.PI * 2;
    const lift = r * tall * (0.5 + 0.22 * index);
    crowns.push({
      x: Math.cos(angle) * r * 0.36,
      y: y + lift,
      z: Math.sin(angle) * r * 0.36,
      radius: r * (0.62 - 0.09 * index),
    });
  }
  if (level === 0) return crowns;
  const few =
    level === 1
      ? crowns.filter((_, index) => index === 0 || index % 2 === 1 || index > around + 1)
      : [crowns[0], crowns[2], crowns[around + 2]];
  return few
    .filter((crown) => crown !== undefined)
    .map((crown) => ({ ...crown, radius: crown.radius * (level === 1 ? 1.12 : 1.3) }));
}

function leafColour(tree: LeafTree): (point: Point) => Colour {
  const [dark, middle, light] = tree.leaves;
  const colours = [linear(dark), linear(middle), linear(light)] as const;
  const { crownRadius: r, tall, trunkHeight } = tree;
  const low = trunkHeight - r * 0.45 * tall;
  const high = trunkHeight + r * 2.1 * tall;
  const centre = (low + high) / 2;
  return ([x, y, z]) => {
    const height = (y - low) / (high - low);
    const outward = Math.min(1, Math.hypot(x, z, (y - centre) / tall) / (r * 1.45));
    return ramp(colours, height * 0.78 + outward * 0.34 - 0.16);
  };
}

function drawTrunk(solid: Solid, tree: LeafTree, level: TreeLevel): void {
  const sides = level === 0 ? 7 : level === 1 ? 5 : 4;
  const { trunkHeight: height, trunkRadius: radius, bark } = tree;
  const foot = height * 0.22;
  solid.column({ bottom: radius * 1.75, top: radius * 1.02, height: foot, sides, colour: bark, cap: false, foot: 0.5 });
  solid.at(0, foot, 0, () => {
    solid.column({
      bottom: radius * 1.02,
      top: radius * 0.62,
      height: height - foot + tree.crownRadius * 0.3,
      sides,
      colour: bark,
      cap: false,
      foot: 0.86,
    });
  });
}

function drawBoughs(solid: Solid, tree: LeafTree, crowns: readonly Crown[]): void {
  for (const index of [1, 3, 5]) {
    const crown = crowns[index];
    if (crown === undefined) continue;
    const heading = Math.atan2(crown.x, crown.z);
    solid.at(
      0,
      tree.trunkHeight * 0.72,
      0,
      () => {
        solid.column({
          bottom: tree.trunkRadius * 0.42,
          top: tree.trunkRadius * 0.2,
          height: tree.crownRadius * 0.95,
          sides: 4,
          colour: tree.bark,
          cap: false,
          foot: 0.7,
        });
      },
      { y: heading, x: 0.85 },
    );
  }
}

function drawApples(solid: Solid, crowns: readonly Crown[]): void {
  for (const crown of crowns.slice(1, 7)) {
    const length = Math.hypot(crown.x, crown.z) || 1;
    const reach = 1 + (crown.radius * 0.92) / length;
    solid.at(crown.x * reach, crown.y - 0.14, crown.z * reach, () => {
      solid.stone({ radius: 0.11, detail: 0, rough: 0.04, colour: () => linear(0xd0402e) });
    });
  }
}

function drawBirchMarks(solid: Solid, tree: LeafTree): void {
  for (let index = 0; index < 7; index++) {
    const y = 0.5 + index * 0.32;
    const radius = tree.trunkRadius * (1.12 - (y / tree.trunkHeight) * 0.32);
    solid.at(0, y, 0, () => solid.box({ x: 0, y: 0, z: radius, w: radius * 1.1, h: 0.05, d: 0.04, colour: 0x3a3634 }), {
      y: index * 2.4,
    });
  }
}

interface Pine {
  readonly seed: number;
  readonly needles: readonly [number, number, number];
  readonly size: number;
}

const PINES = {
  'pine-a': { seed: 5, needles: [0x1b4636, 0x2f7046, 0x76a257], size: 1 },
  'pine-b': { seed: 9, needles: [0x1d4a3c, 0x35774f, 0x7fae62], size: 1.22 },
} as const satisfies Record<string, Pine>;

export type PineName = keyof typeof PINES;
export const PINE_NAMES = Object.keys(PINES) as PineName[];

/** A conifer of drooping skirts, about 5 tiles tall. */
export function pine(name: PineName, level: TreeLevel): Mesh {
  const { seed, needles, size } = PINES[name];
  const solid = new Solid(seed, level === 0 ? 'full' : 'plain');
  solid.group = OPENS_UP;
  const [dark, middle, light] = needles.map(linear) as [Colour, Colour, Colour];
  solid.column({
    bottom: 0.24 * size,
    top: 0.12 * size,
    height: 1.4 * size,
    sides: level === 0 ? 6 : 4,
    colour: 0x5a3d28,
    cap: false,
    foot: 0.55,
  });
  const skirts = level === 0 ? 5 : level === 1 ? 4 : 3;
  const points = level === 0 ? 9 : level === 1 ? 6 : 5;
  for (let skirt = 0; skirt < skirts; skirt++) {
    const t = skirt / (skirts - 1);
    const y = (0.7 + t * 3.3) * size;
    const radius = (1.5 - 1.05 * t) * size;
    const height = (1.62 - 0.35 * t) * size * (level === 0 ? 1 : 1.15);
    const turn = solid.random() * 6;
    const ring = Array.from({ length: points * 2 }, (_, index): Point => {
      const angle = turn + (index / (points * 2)) * Math.PI * 2;
      const inner = index % 2 === 1;
      const reach = radius * (inner ? 0.72 : 1) * (1 + (solid.random() - 0.5) * 0.1);
      return [Math.cos(angle) * reach, y + (inner ? 0.16 : -0.12) * size, Math.sin(angle) * reach];
    });
    const body = blend(dark, middle, 0.35 + 0.5 * t);
    drawSkirt(solid, ring, [0, y + height, 0], {
      tip: blend(body, light, 0.8),
      hollow: blend(body, light, 0.12),
      top: blend(dark, body, 0.4),
      under: dark,
    });
  }
  return solid.mesh();
}

interface SkirtColours {
  readonly tip: Colour;
  readonly hollow: Colour;
  readonly top: Colour;
  readonly under: Colour;
}

function drawSkirt(solid: Solid, ring: readonly Point[], top: Point, colours: SkirtColours): void {
  const baseY = ring[0]?.[1] ?? 0;
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length] ?? a;
    const mixed = blend(blend(colours.tip, colours.hollow, 0.5), colours.top, 0.25);
    solid.quad(
      [b, a, top],
      mixed,
      [index % 2 === 1 ? 1.25 : 0.95, index % 2 === 1 ? 0.95 : 1.25, 0.62],
      0,
      [0.7, 0.7, 0.4],
    );
    if (solid.detail === 'full')
      solid.quad([a, b, [0, baseY + 0.3, 0]], colours.under, [0.7, 0.7, 0.5], 0, [0.7, 0.7, 0.3]);
  });
}

/** A round shrub, knee to waist high; level 2 is one ball. */
export function bush(
  seed: number,
  leaves: readonly [number, number, number],
  level: TreeLevel,
  flowers?: number,
): Mesh {
  const solid = new Solid(seed, level === 0 ? 'full' : 'plain');
  const colours = leaves.map(linear) as [Colour, Colour, Colour];
  const colour = ([, y]: Point): Colour => ramp(colours, y / 1.05);
  const balls = level === 2 ? 1 : 6;
  for (let index = 0; index < balls; index++) {
    const angle = (index / 5) * Math.PI * 2 + solid.random() * 0.8;
    const reach = index === 0 ? 0 : 0.36 + solid.random() * 0.1;
    const radius = (index === 0 ? 0.46 : 0.27 + solid.random() * 0.12) * (level === 2 ? 1.4 : 1);
    solid.at(
      Math.cos(angle) * reach,
      (index === 0 ? 0.42 : 0.2) + solid.random() * 0.12,
      Math.sin(angle) * reach,
      () => {
        solid.blob({ radius, detail: 0, rough: 0.16, flat: 0.86, wind: 0.4, colour });
      },
    );
  }
  if (flowers !== undefined && level === 0) drawBlossom(solid, flowers);
  return solid.mesh();
}

function drawBlossom(solid: Solid, flowers: number): void {
  for (let index = 0; index < 14; index++) {
    const angle = index * 2.4;
    const lift = 0.25 + (index % 5) * 0.12;
    const reach = 0.66 - Math.max(0, lift - 0.4) * 0.7;
    solid.at(Math.cos(angle) * reach, lift + 0.04, Math.sin(angle) * reach, () => {
      solid.stone({ radius: 0.07, detail: 0, rough: 0.1, colour: () => linear(flowers) });
    });
  }
}
