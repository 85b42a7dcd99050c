import { linear } from '../../colour.ts';
import type { Mesh } from '../../mesh.ts';
import { type Detail, Solid } from './solid.ts';

const WOOD = 0x7d5a38;
const WOOD_DARK = 0x6b4a2e;
const WOOD_LIGHT = 0x9a744a;
const IRON = 0x4a4a50;

export function barrel(detail: Detail): Mesh {
  const solid = new Solid(201, detail);
  const sides = detail === 'full' ? 9 : 5;
  solid.column({ bottom: 0.31, top: 0.4, height: 0.38, sides, colour: 0x8f6439, cap: false, foot: 0.6 });
  solid.at(0, 0.38, 0, () =>
    solid.column({ bottom: 0.4, top: 0.32, height: 0.4, sides, colour: 0x96693c, cap: 0x6f4c2c }),
  );
  solid.fine(() => {
    for (const y of [0.12, 0.56])
      solid.at(0, y, 0, () =>
        solid.column({ bottom: 0.385, top: 0.39, height: 0.07, sides: 9, colour: IRON, cap: false, foot: 1 }),
      );
  });
  return solid.mesh();
}

export function crate(detail: Detail): Mesh {
  const solid = new Solid(202, detail);
  const size = 0.72;
  solid.box({ x: 0, y: size / 2, z: 0, w: size, h: size, d: size, colour: 0x9d774a, foot: 0.65 });
  solid.fine(() => {
    for (let side = 0; side < 4; side++) {
      solid.at(
        0,
        size / 2,
        0,
        () => {
          for (const end of [1, -1]) {
            solid.box({
              x: 0,
              y: end * size * 0.43,
              z: size / 2,
              w: size * 1.05,
              h: 0.1,
              d: 0.06,
              colour: WOOD,
              without: ['back'],
            });
            solid.box({
              x: end * size * 0.45,
              y: 0,
              z: size / 2,
              w: 0.1,
              h: size,
              d: 0.05,
              colour: WOOD,
              without: ['back'],
            });
          }
        },
        { y: (side * Math.PI) / 2 },
      );
    }
  });
  return solid.mesh();
}

export function sack(detail: Detail): Mesh {
  const solid = new Solid(203, detail);
  const cloth = linear(0xc9b48a);
  solid.at(0, 0.26, 0, () =>
    solid.stone({ radius: 0.34, detail: detail === 'full' ? 1 : 0, rough: 0.07, flat: 0.95, colour: () => cloth }),
  );
  solid.fine(() =>
    solid.at(0, 0.52, 0, () => solid.column({ bottom: 0.1, top: 0.17, height: 0.16, sides: 6, colour: 0xb9a47a })),
  );
  return solid.mesh();
}

/** A round bale of hay on its side. */
export function hayBale(detail: Detail): Mesh {
  const solid = new Solid(204, detail);
  const sides = detail === 'full' ? 12 : 7;
  solid.at(
    -0.5,
    0.52,
    0,
    () => {
      solid.column({ bottom: 0.54, top: 0.54, height: 1, sides, colour: 0xd6b452, cap: 0xe8cf7c, foot: 1 });
      solid.at(
        0,
        0,
        0,
        () => solid.column({ bottom: 0.54, top: 0.54, height: 0.001, sides, colour: 0xe8cf7c, foot: 1 }),
        { x: Math.PI },
      );
      solid.fine(() => {
        for (const y of [0.28, 0.68])
          solid.at(0, y, 0, () =>
            solid.column({ bottom: 0.555, top: 0.555, height: 0.06, sides, colour: 0xa8843c, cap: false, foot: 1 }),
          );
        solid.at(0, 1.004, 0, () => solid.column({ bottom: 0.3, top: 0.28, height: 0.01, sides: 9, colour: 0xd0ac52 }));
      });
    },
    { z: -Math.PI / 2 },
  );
  return solid.mesh();
}

export function logPile(detail: Detail): Mesh {
  const solid = new Solid(205, detail);
  const rows = [
    [-0.32, 0.15],
    [0, 0.15],
    [0.32, 0.15],
    [-0.16, 0.42],
    [0.16, 0.42],
    [0, 0.68],
  ] as const;
  for (const [z, y] of rows) {
    solid.at(
      -0.7 + (solid.random() - 0.5) * 0.1,
      y,
      z,
      () => {
        solid.column({
          bottom: 0.16,
          top: 0.15,
          height: 1.4,
          sides: detail === 'full' ? 7 : 4,
          colour: 0x77553a,
          cap: 0xd4b47a,
          foot: 0.9,
        });
      },
      { z: -Math.PI / 2 },
    );
  }
  for (const [z, y] of rows)
    solid.at(-0.71, y, z, () => solid.column({ bottom: 0.15, top: 0.14, height: 0.01, sides: 7, colour: 0xd4b47a }), {
      z: Math.PI / 2,
    });
  return solid.mesh();
}

export function stump(detail: Detail): Mesh {
  const solid = new Solid(206, detail);
  const sides = detail === 'full' ? 9 : 5;
  solid.column({ bottom: 0.46, top: 0.33, height: 0.16, sides, colour: 0x5f432c, cap: false, foot: 0.6 });
  solid.at(0, 0.16, 0, () =>
    solid.column({ bottom: 0.33, top: 0.31, height: 0.26, sides, colour: 0x6b4a30, cap: 0xcfad74 }),
  );
  return solid.mesh();
}

export function cart(detail: Detail): Mesh {
  const solid = new Solid(207, detail);
  solid.box({ x: 0, y: 0.62, z: 0, w: 1.05, h: 0.1, d: 1.9, colour: WOOD });
  for (const side of [1, -1]) {
    solid.at(side * 0.5, 0.85, 0, () => solid.box({ x: 0, y: 0, z: 0, w: 0.07, h: 0.4, d: 1.9, colour: WOOD_LIGHT }), {
      z: -side * 0.16,
    });
    solid.at(side * 0.68, 0.42, -0.2, () => drawWheel(solid), { z: -Math.PI / 2 });
    solid.box({ x: side * 0.36, y: 0.6, z: 1.45, w: 0.07, h: 0.07, d: 1.2, colour: WOOD_DARK });
  }
  solid.box({ x: 0, y: 0.82, z: -0.93, w: 1.0, h: 0.36, d: 0.07, colour: WOOD_LIGHT });
  solid.fine(() => {
    for (let index = 0; index < 7; index++) {
      solid.at((solid.random() - 0.5) * 0.6, 0.82, -0.6 + index * 0.2, () =>
        solid.stone({ radius: 0.22, detail: 0, rough: 0.14, flat: 0.8, colour: () => linear(0xdcbc5c) }),
      );
    }
  });
  return solid.mesh();
}

function drawWheel(solid: Solid): void {
  const sides = solid.detail === 'full' ? 12 : 6;
  solid.at(0, -0.04, 0, () =>
    solid.column({ bottom: 0.42, top: 0.42, height: 0.09, sides, colour: 0x5a3f28, foot: 1 }),
  );
  solid.fine(() => {
    for (let spoke = 0; spoke < 4; spoke++)
      solid.at(0, 0.055, 0, () => solid.box({ x: 0, y: 0, z: 0, w: 0.07, h: 0.03, d: 0.7, colour: WOOD_LIGHT }), {
        y: spoke * 0.785,
      });
    solid.at(0, 0.05, 0, () => solid.column({ bottom: 0.1, top: 0.08, height: 0.07, sides: 6, colour: IRON }));
  });
}

/** A rowing boat, its bow toward +z. */
export function boat(detail: Detail): Mesh {
  const solid = new Solid(208, detail);
  const ribs = [
    [-1.25, 0.38],
    [-0.6, 0.56],
    [0.3, 0.56],
    [1.0, 0.34],
    [1.45, 0.03],
  ] as const;
  ribs.slice(1).forEach(([z, half], index) => {
    const [zBefore, halfBefore] = ribs[index] ?? [z, half];
    for (const side of [1, -1]) {
      const outer = [
        [side * halfBefore, 0.42, zBefore],
        [side * halfBefore * 0.55, -0.12, zBefore],
        [side * half * 0.55, -0.12, z],
        [side * half, 0.42 + (index === 3 ? 0.12 : 0), z],
      ] as const;
      solid.quad(side > 0 ? [...outer].reverse() : outer, 0x8c5c3a, [1, 0.6, 0.6, 1]);
      solid.quad(side > 0 ? outer : [...outer].reverse(), 0xa87a4c, [0.9, 0.5, 0.5, 0.9]);
    }
    solid.quad(
      [
        [-halfBefore * 0.55, -0.02, zBefore],
        [halfBefore * 0.55, -0.02, zBefore],
        [half * 0.55, -0.02, z],
        [-half * 0.55, -0.02, z],
      ],
      0x7a5636,
      [0.7],
    );
  });
  solid.quad(
    [
      [-0.38, 0.42, -1.25],
      [-0.21, -0.12, -1.25],
      [0.21, -0.12, -1.25],
      [0.38, 0.42, -1.25],
    ].reverse() as [number, number, number][],
    0x8c5c3a,
  );
  for (const z of [-0.7, 0.2]) solid.box({ x: 0, y: 0.26, z, w: 1.05, h: 0.06, d: 0.24, colour: WOOD_LIGHT });
  solid.fine(() => {
    for (const side of [1, -1])
      solid.at(
        side * 0.52,
        0.44,
        -0.1,
        () => solid.box({ x: 0, y: 0, z: 0, w: 0.06, h: 0.05, d: 1.9, colour: WOOD_DARK }),
        { y: side * 0.3 },
      );
  });
  return solid.mesh();
}

export function beehive(detail: Detail): Mesh {
  const solid = new Solid(209, detail);
  for (const x of [-0.22, 0.22]) solid.box({ x, y: 0.15, z: 0, w: 0.08, h: 0.3, d: 0.4, colour: WOOD_DARK });
  solid.at(0, 0.3, 0, () => {
    for (let ring = 0; ring < 4; ring++) {
      solid.at(0, ring * 0.15, 0, () =>
        solid.column({
          bottom: 0.32 - ring * 0.055,
          top: 0.28 - ring * 0.06,
          height: 0.16,
          sides: detail === 'full' ? 9 : 5,
          colour: 0xd8b45c,
          foot: 0.75,
        }),
      );
    }
    solid.fine(() => solid.box({ x: 0, y: 0.09, z: 0.3, w: 0.12, h: 0.09, d: 0.06, colour: 0x3a2a1c }));
  });
  return solid.mesh();
}

/** A patch of kitchen garden, three tiles by two: furrows and cabbages. */
export function gardenPatch(detail: Detail): Mesh {
  const solid = new Solid(210, detail);
  for (let row = 0; row < 3; row++) {
    const z = (row - 1) * 0.58;
    solid.box({ x: 0, y: 0.0, z, w: 2.7, h: 0.2, d: 0.4, colour: 0x654a34, taper: 0.85, without: ['bottom'] });
    for (let plant = 0; plant < (detail === 'full' ? 6 : 3); plant++) {
      const x = -1.1 + plant * (detail === 'full' ? 0.44 : 0.9);
      const colour = linear(row === 1 ? 0xc8783a : plant % 2 === 0 ? 0x6fae48 : 0x86bf58);
      solid.at(
        x,
        0.17,
        z,
        () =>
          solid.stone({ radius: row === 1 ? 0.13 : 0.17, detail: 0, rough: 0.16, flat: 0.85, colour: () => colour }),
        { y: plant },
      );
    }
  }
  return solid.mesh();
}

/** A scarecrow, arms wide. */
export function scarecrow(detail: Detail): Mesh {
  const solid = new Solid(211, detail);
  solid.box({ x: 0, y: 0.9, z: 0, w: 0.09, h: 1.9, d: 0.09, colour: WOOD_DARK });
  solid.box({ x: 0, y: 1.38, z: 0, w: 1.5, h: 0.09, d: 0.09, colour: WOOD_DARK });
  solid.box({ x: 0, y: 1.16, z: 0, w: 0.52, h: 0.72, d: 0.26, colour: 0x7c4f6a, taper: 0.8 });
  for (const side of [1, -1]) solid.box({ x: side * 0.46, y: 1.36, z: 0, w: 0.5, h: 0.2, d: 0.2, colour: 0x7c4f6a });
  solid.at(0, 1.72, 0, () =>
    solid.stone({ radius: 0.2, detail: detail === 'full' ? 1 : 0, rough: 0.05, colour: () => linear(0xdcc896) }),
  );
  solid.at(0, 1.84, 0, () => {
    solid.column({ bottom: 0.4, top: 0.36, height: 0.05, sides: 8, colour: 0xb08c44 });
    solid.column({ bottom: 0.2, top: 0.1, height: 0.26, sides: 7, colour: 0xb89650 });
  });
  return solid.mesh();
}
