import { linear } from '../../colour.ts';
import type { Mesh } from '../../mesh.ts';
import type { Point } from './frame.ts';
import { drawRoof } from './roof.ts';
import { type Detail, Solid } from './solid.ts';

const WOOD = 0x7d5a38;
const WOOD_DARK = 0x6b4a2e;
const WOOD_LIGHT = 0x9a744a;
const STONE = 0x948d82;
const STONE_LIGHT = 0xada599;
const IRON = 0x34302e;

/** A well: a stone ring, two posts, a winch and a roof. */
export function well(detail: Detail): Mesh {
  const solid = new Solid(101, detail);
  solid.group = 0.25;
  const sides = detail === 'full' ? 10 : 6;
  solid.at(0, -0.3, 0, () =>
    solid.column({ bottom: 0.98, top: 0.9, height: 1.05, sides, colour: STONE, cap: 0x274a5c, foot: 0.55 }),
  );
  solid.fine(() => {
    for (let stone = 0; stone < 20; stone++) {
      const y = stone < 10 ? 0.22 : 0.52;
      solid.at(
        0,
        y,
        0,
        () =>
          solid.box({
            x: 0,
            y: 0,
            z: 0.9,
            w: 0.4,
            h: 0.24,
            d: 0.08,
            colour: stone % 3 === 0 ? STONE_LIGHT : STONE,
            without: ['back', 'bottom'],
          }),
        { y: stone * 0.628 + (stone < 10 ? 0 : 0.3) },
      );
    }
  });
  for (let stone = 0; stone < sides; stone++) {
    solid.at(
      0,
      0.8,
      0,
      () => solid.box({ x: 0, y: 0, z: 0.82, w: 0.56, h: 0.18, d: 0.3, colour: STONE_LIGHT, foot: 0.9 }),
      { y: (stone / sides) * Math.PI * 2 },
    );
  }
  for (const side of [1, -1]) solid.box({ x: side * 0.86, y: 1.45, z: 0, w: 0.14, h: 1.7, d: 0.14, colour: WOOD_DARK });
  solid.at(0, 2.25, 0, () =>
    drawRoof(solid, {
      width: 1.9,
      depth: 1.5,
      rise: 0.7,
      overhang: 0.18,
      colour: 0x9e5644,
      trim: 0x5c3c26,
      thatch: false,
    }),
  );
  solid.fine(() => {
    solid.at(-0.86, 1.75, 0, () => solid.column({ bottom: 0.08, top: 0.08, height: 1.72, sides: 6, colour: WOOD }), {
      z: -Math.PI / 2,
    });
    solid.box({ x: 0.05, y: 1.4, z: 0, w: 0.025, h: 0.65, d: 0.025, colour: 0xcbb88a });
    solid.at(0.05, 0.9, 0, () =>
      solid.column({ bottom: 0.15, top: 0.19, height: 0.28, sides: 8, colour: 0x8a6540, cap: 0x3c6478 }),
    );
  });
  return solid.mesh();
}

/** A market stall with a striped awning, its front at +z; two tiles by three. */
export function stall(stripe: number, wares: readonly number[], detail: Detail): Mesh {
  const solid = new Solid(102, detail);
  solid.group = 0.25;
  for (const x of [-1.35, 1.35]) {
    solid.box({ x, y: 1.15, z: -0.8, w: 0.13, h: 2.5, d: 0.13, colour: WOOD_DARK });
    solid.box({ x, y: 0.98, z: 0.8, w: 0.13, h: 2.1, d: 0.13, colour: WOOD_DARK });
  }
  solid.box({ x: 0, y: 0.88, z: 0.42, w: 2.9, h: 0.1, d: 0.95, colour: WOOD_LIGHT });
  solid.box({ x: 0, y: 0.42, z: 0.46, w: 2.75, h: 0.84, d: 0.7, colour: WOOD, foot: 0.6 });
  drawAwning(solid, stripe);
  solid.fine(() =>
    wares.forEach((ware, index) => {
      const x = (index - (wares.length - 1) / 2) * 0.68;
      solid.box({ x, y: 1.0, z: 0.45, w: 0.58, h: 0.16, d: 0.66, colour: 0x8a6540 });
      for (let piece = 0; piece < 8; piece++) {
        solid.at(
          x - 0.18 + (piece % 3) * 0.18,
          1.11 + (piece > 5 ? 0.09 : 0),
          0.26 + Math.floor((piece % 6) / 3) * 0.2 + (piece > 5 ? 0.1 : 0),
          () => {
            solid.stone({ radius: 0.11, detail: 0, rough: 0.06, colour: () => linear(ware) });
          },
        );
      }
    }),
  );
  return solid.mesh();
}

function drawAwning(solid: Solid, stripe: number): void {
  const stripes = solid.detail === 'sketch' ? 2 : 8;
  const rows = solid.detail === 'full' ? 3 : 1;
  const at = (x: number, t: number): Point => [x, 2.62 - 0.5 * t + 0.12 * Math.sin(t * Math.PI), -1.05 + 2.3 * t];
  for (let index = 0; index < stripes; index++) {
    const x0 = -1.65 + (3.3 * index) / stripes;
    const x1 = -1.65 + (3.3 * (index + 1)) / stripes;
    const colour = index % 2 === 1 ? 0xf4ecd8 : stripe;
    for (let row = 0; row < rows; row++) {
      const quad = [at(x0, row / rows), at(x0, (row + 1) / rows), at(x1, (row + 1) / rows), at(x1, row / rows)];
      solid.quad(quad, colour);
    }
    const a = at(x0, 1);
    const b = at(x1, 1);
    solid.quad(
      [
        a,
        [a[0], a[1] - 0.16, a[2] + 0.02],
        [(a[0] + b[0]) / 2, a[1] - 0.3, a[2] + 0.02],
        [b[0], b[1] - 0.16, b[2] + 0.02],
        b,
      ],
      colour,
      [1, 0.9, 0.9, 0.9, 1],
    );
  }
}

/** Height and reach of a street lamp's light, in its own coordinates. */
export const LAMP_LIGHT = { x: 0, y: 2.05, z: 0.46 } as const;

/** A street lamp; its arm reaches toward +z. */
export function lamp(detail: Detail): Mesh {
  const solid = new Solid(103, detail);
  solid.column({
    bottom: 0.15,
    top: 0.1,
    height: 0.3,
    sides: detail === 'full' ? 6 : 4,
    colour: 0x42352a,
    cap: false,
    foot: 0.6,
  });
  solid.at(0, 0.3, 0, () =>
    solid.column({ bottom: 0.085, top: 0.065, height: 2.2, sides: detail === 'full' ? 6 : 4, colour: 0x4e3d2e }),
  );
  solid.box({ x: 0, y: 2.42, z: 0.26, w: 0.07, h: 0.08, d: 0.62, colour: 0x4e3d2e });
  solid.fine(() =>
    solid.at(0, 2.18, 0.16, () => solid.box({ x: 0, y: 0, z: 0, w: 0.06, h: 0.06, d: 0.44, colour: 0x4e3d2e }), {
      x: -0.85,
    }),
  );
  solid.at(LAMP_LIGHT.x, LAMP_LIGHT.y, LAMP_LIGHT.z, () => {
    solid.box({ x: 0, y: 0, z: 0, w: 0.22, h: 0.3, d: 0.22, colour: 0xffcf70, glow: 1.5, foot: 1, taper: 1.15 });
    solid.at(
      0,
      0.16,
      0,
      () => solid.column({ bottom: 0.24, top: 0.04, height: 0.16, sides: 4, colour: IRON, foot: 0.8 }),
      { y: Math.PI / 4 },
    );
    solid.fine(() => {
      solid.box({ x: 0, y: -0.17, z: 0, w: 0.24, h: 0.05, d: 0.24, colour: IRON });
      solid.box({ x: 0, y: 0.34, z: 0, w: 0.03, h: 0.12, d: 0.03, colour: IRON });
    });
  });
  return solid.mesh();
}

/** A rail fence along x, `length` tiles. */
export function fence(length: number, detail: Detail): Mesh {
  const solid = new Solid(104 + length, detail);
  const bays = detail === 'sketch' ? 1 : Math.max(1, Math.round(length / 1.4));
  for (let post = 0; post <= bays; post++) {
    const x = (post / bays - 0.5) * length;
    const height = 0.98 + (solid.random() - 0.5) * 0.12;
    solid.box({
      x,
      y: height / 2 - 0.15,
      z: 0,
      w: 0.14,
      h: height + 0.3,
      d: 0.14,
      colour: 0x7d5c3c,
      foot: 0.55,
      taper: 0.9,
      without: ['bottom'],
    });
    if (post === bays) continue;
    const bay = length / bays;
    for (const y of detail === 'sketch' ? [0.62] : [0.36, 0.7]) {
      solid.at(
        x + bay / 2,
        y + (solid.random() - 0.5) * 0.05,
        0.03,
        () => {
          solid.box({ x: 0, y: 0, z: 0, w: bay + 0.06, h: 0.1, d: 0.07, colour: 0x97754f });
        },
        { z: (solid.random() - 0.5) * 0.07 },
      );
    }
  }
  return solid.mesh();
}

/** A signpost with two boards. */
export function signpost(detail: Detail): Mesh {
  const solid = new Solid(105, detail);
  solid.box({ x: 0, y: 0.85, z: 0, w: 0.15, h: 2.1, d: 0.15, colour: WOOD_DARK, foot: 0.6 });
  drawArrow(solid, 1.6, 0.3, 1, WOOD_LIGHT);
  drawArrow(solid, 1.24, -0.5, -1, 0x8a6640);
  solid.fine(() => solid.box({ x: 0, y: 1.93, z: 0, w: 0.22, h: 0.08, d: 0.22, colour: WOOD }));
  return solid.mesh();
}

function drawArrow(solid: Solid, y: number, turn: number, side: number, colour: number): void {
  solid.at(
    0,
    y,
    0,
    () => {
      solid.box({ x: side * 0.35, y: 0, z: 0.1, w: 0.85, h: 0.25, d: 0.07, colour });
      const x = side * 0.775;
      for (const z of [0.135, 0.065]) {
        const tip: Point[] = [
          [x, -0.125, z],
          [x + side * 0.2, 0, z],
          [x, 0.125, z],
        ];
        solid.quad(side > 0 === z > 0.1 ? tip : tip.reverse(), colour);
      }
      solid.fine(() => solid.box({ x: side * 0.35, y: 0, z: 0.14, w: 0.55, h: 0.04, d: 0.01, colour: 0x5a3f28 }));
    },
    { y: turn },
  );
}

export function bench(detail: Detail): Mesh {
  const solid = new Solid(106, detail);
  for (const z of [-0.12, 0.1]) solid.box({ x: 0, y: 0.44, z, w: 1.5, h: 0.07, d: 0.19, colour: WOOD_LIGHT });
  for (const y of [0.68, 0.86]) solid.box({ x: 0, y, z: -0.24, w: 1.5, h: 0.13, d: 0.05, colour: WOOD_LIGHT });
  for (const x of [-0.62, 0.62]) {
    solid.box({ x, y: 0.2, z: 0, w: 0.1, h: 0.42, d: 0.36, colour: WOOD_DARK });
    solid.box({ x, y: 0.62, z: -0.22, w: 0.08, h: 0.6, d: 0.06, colour: WOOD_DARK });
  }
  return solid.mesh();
}

/** Where the hearth of Larkmere burns: a standing stone on steps, with a bowl of fire before it. */
export function hearthStone(detail: Detail): Mesh {
  const solid = new Solid(107, detail);
  const sides = detail === 'full' ? 10 : 6;
  solid.at(0, -0.2, 0, () =>
    solid.column({ bottom: 1.25, top: 1.2, height: 0.34, sides, colour: STONE, cap: STONE_LIGHT, foot: 0.6 }),
  );
  solid.at(0, 0.14, 0, () =>
    solid.column({ bottom: 0.86, top: 0.8, height: 0.16, sides, colour: STONE_LIGHT, foot: 0.7 }),
  );
  solid.at(0, 0.28, -0.12, () => {
    solid.box({ x: 0, y: 0.95, z: 0, w: 0.78, h: 1.9, d: 0.4, colour: 0x8d8a92, taper: 0.7, foot: 0.7 });
    solid.at(0, 1.88, 0, () => solid.column({ bottom: 0.36, top: 0, height: 0.36, sides: 4, colour: 0x9a97a0 }), {
      y: Math.PI / 4,
    });
    for (const [x, y, w, h] of [
      [0, 1.3, 0.1, 0.62],
      [0.13, 1.46, 0.24, 0.09],
      [-0.12, 1.2, 0.22, 0.09],
      [0, 0.78, 0.3, 0.09],
    ] as const) {
      solid.box({ x, y, z: 0.2 - y * 0.02, w, h, d: 0.05, colour: 0xffb04a, glow: 1.2, foot: 1, without: ['back'] });
    }
  });
  solid.at(0, 0.28, 0.48, () => {
    solid.column({ bottom: 0.16, top: 0.3, height: 0.3, sides: 8, colour: IRON, cap: 0x3a2a20 });
    drawFlames(solid, 0.26, 0.16);
  });
  return solid.mesh();
}

function drawFlames(solid: Solid, y: number, radius: number): void {
  const colours = [0xff7a22, 0xffb03a, 0xffe48a] as const;
  colours.forEach((colour, index) => {
    solid.at(Math.cos(index * 2.1) * 0.05, y, Math.sin(index * 2.1) * 0.05, () => {
      solid.column({
        bottom: radius * (1.1 - 0.28 * index),
        top: 0,
        height: 0.38 + 0.14 * index,
        sides: 5,
        colour,
        glow: 2.2,
        foot: 1,
      });
    });
  });
}

export function campfire(detail: Detail): Mesh {
  const solid = new Solid(108, detail);
  for (let stone = 0; stone < 9; stone++) {
    const angle = (stone / 9) * Math.PI * 2;
    solid.at(Math.cos(angle) * 0.6, 0.05, Math.sin(angle) * 0.6, () => {
      solid.stone({
        radius: 0.17,
        detail: 0,
        rough: 0.2,
        flat: 0.8,
        colour: () => linear(stone % 2 === 0 ? 0x7a7672 : 0x8c867e),
      });
    });
  }
  for (let log = 0; log < 5; log++) {
    solid.at(0, 0.06, 0, () => solid.column({ bottom: 0.08, top: 0.055, height: 0.72, sides: 5, colour: 0x5a3b26 }), {
      y: log * 1.26,
      x: 0.9,
    });
  }
  drawFlames(solid, 0.1, 0.24);
  return solid.mesh();
}

/** A flower bed edged with stones, two tiles by one. */
export function flowerBed(seed: number, detail: Detail): Mesh {
  const solid = new Solid(seed, detail);
  solid.box({ x: 0, y: 0.02, z: 0, w: 1.7, h: 0.16, d: 0.8, colour: 0x5a4330, without: ['bottom'] });
  solid.fine(() => {
    for (let stone = 0; stone < 16; stone++) {
      const angle = (stone / 16) * Math.PI * 2;
      solid.at(Math.cos(angle) * 0.92, 0.04, Math.sin(angle) * 0.47, () =>
        solid.stone({ radius: 0.12, detail: 0, rough: 0.2, flat: 0.7, colour: () => linear(STONE_LIGHT) }),
      );
    }
  });
  const blooms = [0xe8566e, 0xf6cf4e, 0xf4efe4, 0xb47ad8, 0xf08ab8];
  for (let plant = 0; plant < (detail === 'full' ? 20 : 5); plant++) {
    const x = (solid.random() - 0.5) * 1.45;
    const z = (solid.random() - 0.5) * 0.55;
    const bloom = linear(blooms[plant % 5] ?? 0xffffff);
    const leaf = linear(0x4c8a34);
    const size = detail === 'full' ? 0.1 : 0.24;
    solid.at(x, 0.2 + solid.random() * 0.14, z, () =>
      solid.stone({ radius: size, detail: 0, rough: 0.16, colour: ([, y]) => (y > 0.24 ? bloom : leaf) }),
    );
  }
  return solid.mesh();
}
