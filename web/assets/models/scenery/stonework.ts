import type { Mesh } from '../../mesh.ts';
import { type Detail, Solid } from './solid.ts';

const STONE = 0x9a9286;
const STONE_DARK = 0x827b72;
const STONE_LIGHT = 0xb0a89b;

export const WALL_HEIGHT = 1.7;
const WALL_THICK = 0.56;

/** A piece of the town wall along x: coursed stone with a coping, `length` tiles. */
export function wallPiece(length: number, seed: number, detail: Detail): Mesh {
  const solid = new Solid(seed, detail);
  solid.group = 0.25;
  const without = ['bottom', 'left', 'right'] as const;
  solid.box({
    x: 0,
    y: WALL_HEIGHT / 2 - 0.3,
    z: 0,
    w: length,
    h: WALL_HEIGHT + 0.6,
    d: WALL_THICK,
    colour: STONE,
    foot: 0.58,
    without,
  });
  solid.box({ x: 0, y: 0.1, z: 0, w: length, h: 0.5, d: WALL_THICK + 0.2, colour: STONE_DARK, foot: 0.6, without });
  const caps = detail === 'full' ? Math.round(length * 1.25) : 1;
  for (let cap = 0; cap < caps; cap++) {
    const x = ((cap + 0.5) / caps - 0.5) * length;
    solid.jitter = 0.08;
    const height = 0.17 + (cap % 2) * (detail === 'full' ? 0.04 : 0);
    solid.box({
      x,
      y: WALL_HEIGHT + height / 2,
      z: 0,
      w: length / caps - 0.03,
      h: height,
      d: WALL_THICK + 0.16,
      colour: STONE_LIGHT,
      taper: 0.96,
      foot: 0.9,
      without: ['bottom'],
    });
  }
  solid.fine(() => drawCourses(solid, length));
  return solid.mesh();
}

function drawCourses(solid: Solid, length: number): void {
  solid.jitter = 0.1;
  const count = Math.round(length * 3.2);
  for (let index = 0; index < count; index++) {
    const side = index % 2 === 0 ? 1 : -1;
    const x = (solid.random() - 0.5) * (length - 0.5);
    const y = 0.45 + Math.floor(solid.random() * 4) * 0.31;
    const w = 0.3 + solid.random() * 0.3;
    solid.at(
      x,
      y,
      (side * WALL_THICK) / 2,
      () => {
        solid.box({
          x: 0,
          y: 0,
          z: 0,
          w,
          h: 0.22,
          d: 0.07,
          colour: index % 3 === 0 ? STONE_LIGHT : STONE_DARK,
          foot: 0.88,
          without: ['back', 'bottom'],
        });
      },
      { y: side > 0 ? 0 : Math.PI },
    );
  }
}

/** A round tower at a corner of the wall, with a pointed roof and a pennant. */
export function wallTower(detail: Detail): Mesh {
  const solid = new Solid(71, detail);
  solid.group = 0.25;
  const sides = detail === 'full' ? 10 : 6;
  solid.at(0, -0.6, 0, () =>
    solid.column({ bottom: 1.1, top: 0.96, height: 1.1, sides, colour: STONE_DARK, cap: false, foot: 0.55 }),
  );
  solid.at(0, 0.5, 0, () =>
    solid.column({ bottom: 0.94, top: 0.88, height: 2.1, sides, colour: STONE, cap: false, foot: 0.85 }),
  );
  solid.at(0, 2.6, 0, () =>
    solid.column({ bottom: 1.02, top: 1.08, height: 0.5, sides, colour: STONE_LIGHT, foot: 0.7 }),
  );
  drawSlits(solid, 1.7, 0.93);
  solid.at(0, 3.02, 0, () => {
    solid.column({ bottom: 1.3, top: 0.72, height: 0.72, sides, colour: 0x4f6d8c, cap: false, foot: 0.72 });
    solid.at(0, 0.68, 0, () => solid.column({ bottom: 0.76, top: 0, height: 1.2, sides, colour: 0x5a7a9a, foot: 0.8 }));
    drawPennant(solid, 1.8);
  });
  return solid.mesh();
}

function drawSlits(solid: Solid, y: number, radius: number): void {
  for (const angle of [0, 1.57, 3.14, 4.71]) {
    solid.at(
      0,
      y,
      0,
      () => solid.box({ x: 0, y: 0, z: radius - 0.02, w: 0.2, h: 0.55, d: 0.1, colour: 0xffc766, glow: 0.9, foot: 1 }),
      { y: angle + 0.78 },
    );
  }
}

function drawPennant(solid: Solid, y: number): void {
  solid.at(0, y, 0, () => {
    solid.column({ bottom: 0.035, top: 0.03, height: 1.0, sides: 4, colour: 0x4a3a2a });
    for (const flip of [false, true]) {
      const flag = [
        [0, 0.95, 0],
        [0, 0.55, 0],
        [0.75, 0.72, 0.1],
      ] as const;
      solid.quad(flip ? [...flag].reverse() : flag, 0xc8403a, [1, 0.9, 0.8], 0, [0.01, 0.01, 0.5]);
    }
  });
}

/** A gate three tiles wide in the wall along x: two piers, a beam and a small roof, lanterns on both. */
export function gate(detail: Detail): Mesh {
  const solid = new Solid(72, detail);
  solid.group = 0.25;
  for (const side of [1, -1]) {
    solid.box({
      x: side * 2,
      y: 1.1,
      z: 0,
      w: 0.96,
      h: 3.4,
      d: 1.0,
      colour: STONE,
      foot: 0.6,
      taper: 0.95,
      without: ['bottom'],
    });
    solid.box({ x: side * 2, y: 2.85, z: 0, w: 1.12, h: 0.22, d: 1.16, colour: STONE_LIGHT });
    solid.fine(() => {
      for (let index = 0; index < 9; index++) {
        const face = index % 2 === 0 ? 1 : -1;
        solid.at(
          side * 2 + (solid.random() - 0.5) * 0.4,
          0.3 + index * 0.26,
          face * 0.49,
          () => {
            solid.box({
              x: 0,
              y: 0,
              z: 0,
              w: 0.42,
              h: 0.18,
              d: 0.08,
              colour: index % 3 === 0 ? STONE_LIGHT : STONE_DARK,
              without: ['back', 'bottom'],
            });
          },
          { y: face > 0 ? 0 : Math.PI },
        );
      }
    });
    for (const face of [1, -1]) drawGateLantern(solid, side * 2, face);
  }
  solid.box({ x: 0, y: 3.08, z: 0, w: 5.3, h: 0.26, d: 0.9, colour: 0x5c3c26 });
  solid.at(0, 3.24, 0, () => drawGateRoof(solid));
  for (const side of [1, -1]) {
    solid.at(side * 1.5, 2.45, 0, () => solid.box({ x: 0, y: 0, z: 0, w: 0.16, h: 1.2, d: 0.3, colour: 0x6b4a2e }), {
      z: side * 0.75,
    });
  }
  solid.at(0, 2.62, 0.5, () => drawShield(solid));
  return solid.mesh();
}

function drawGateLantern(solid: Solid, x: number, face: number): void {
  solid.at(x, 2.0, face * 0.62, () => {
    solid.box({ x: 0, y: 0, z: 0, w: 0.2, h: 0.28, d: 0.2, colour: 0xffcf70, glow: 1.5, foot: 1 });
    solid.box({ x: 0, y: 0.18, z: 0, w: 0.28, h: 0.06, d: 0.28, colour: 0x2f2a26 });
    solid.fine(() => solid.box({ x: 0, y: -0.16, z: 0, w: 0.24, h: 0.05, d: 0.24, colour: 0x2f2a26 }));
  });
}

function drawGateRoof(solid: Solid): void {
  const half = 2.85;
  for (const side of [1, -1] as const) {
    const rows = solid.detail === 'full' ? 3 : 1;
    for (let row = 0; row < rows; row++) {
      const t0 = row / rows;
      const t1 = (row + 1) / rows;
      const at = (t: number, x: number, lift: number) => [x, t * 0.85 + lift, side * 0.95 * (1 - t)] as const;
      const quad = [at(t0, -half, 0.05), at(t0, half, 0.05), at(t1, half, 0), at(t1, -half, 0)];
      solid.quad(side > 0 ? quad : quad.reverse(), 0x9e5644, side > 0 ? [1, 1, 0.85, 0.85] : [0.85, 0.85, 1, 1]);
      const riser = [at(t0, -half, -0.05), at(t0, half, -0.05), at(t0, half, 0.05), at(t0, -half, 0.05)];
      solid.quad(side > 0 ? riser : riser.reverse(), 0x7a3e2c);
    }
  }
  for (const end of [1, -1]) {
    const gable = [
      [end * half, 0, 0.95],
      [end * half, 0, -0.95],
      [end * half, 0.85, 0],
    ] as const;
    solid.quad(end > 0 ? gable : [...gable].reverse(), 0x6b4a2e);
  }
  solid.box({ x: 0, y: 0.88, z: 0, w: half * 2 + 0.1, h: 0.12, d: 0.22, colour: 0x5c3c26 });
}

function drawShield(solid: Solid): void {
  solid.quad(
    [
      [-0.3, 0.35, 0],
      [-0.26, -0.1, 0],
      [0, -0.4, 0],
      [0.26, -0.1, 0],
      [0.3, 0.35, 0],
    ],
    0x3f6fa8,
  );
  solid.fine(() =>
    solid.quad(
      [
        [-0.16, 0.24, 0.02],
        [-0.13, -0.05, 0.02],
        [0, -0.22, 0.02],
        [0.13, -0.05, 0.02],
        [0.16, 0.24, 0.02],
      ],
      0xe8c860,
    ),
  );
}
