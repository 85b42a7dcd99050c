import { linear } from '../../colour.ts';
import { DOOR_HEIGHT, type House, STONE_LIGHT, WALL_THICK } from './house-plan.ts';
import type { Solid } from './solid.ts';

/** Windows with shutters and flower boxes. */
export function drawWindows(solid: Solid, row: House): void {
  const out = row.open ? WALL_THICK / 2 : 0;
  const y = Math.min(row.wallHeight - 0.62, 1.45);
  const place = (span: number, xs: readonly number[], turn: number) => {
    for (const x of xs) {
      solid.at(0, 0, 0, () => solid.at(x, y, span / 2 + out, () => drawWindow(solid, row)), { y: turn });
    }
  };
  place(row.depth, row.windows.front, 0);
  place(row.depth, row.windows.back, Math.PI);
  place(row.width, row.windows.side, Math.PI / 2);
  place(row.width, row.windows.side, -Math.PI / 2);
}

function drawWindow(solid: Solid, { timber, shutters }: House): void {
  solid.box({ x: 0, y: 0, z: 0.04, w: 0.72, h: 0.8, d: 0.1, colour: timber, without: ['back'] });
  solid.box({
    x: 0,
    y: 0,
    z: 0.08,
    w: 0.54,
    h: 0.62,
    d: 0.05,
    colour: 0xffc766,
    glow: 1,
    foot: 1,
    without: ['back', 'top', 'bottom', 'left', 'right'],
  });
  solid.fine(() => {
    solid.box({ x: 0, y: 0, z: 0.11, w: 0.05, h: 0.62, d: 0.03, colour: timber, without: ['back', 'top', 'bottom'] });
    solid.box({
      x: 0,
      y: 0.02,
      z: 0.11,
      w: 0.54,
      h: 0.05,
      d: 0.03,
      colour: timber,
      without: ['back', 'left', 'right'],
    });
    for (const side of [1, -1])
      solid.box({ x: side * 0.46, y: 0, z: 0.06, w: 0.2, h: 0.76, d: 0.06, colour: shutters, without: ['back'] });
    solid.box({ x: 0, y: -0.47, z: 0.15, w: 0.84, h: 0.15, d: 0.22, colour: 0x6b4a2c, without: ['back'] });
    const blooms = [0xe0566e, 0xf4c84a, 0xe88ac0, 0xf2ece0];
    for (let index = 0; index < 5; index++) {
      const bloom = linear(blooms[(index + Math.floor(solid.random() * 4)) % 4] ?? 0xffffff);
      const leaf = linear(0x4f8a35);
      solid.at(-0.32 + index * 0.16, -0.37, 0.17, () => {
        solid.stone({ radius: 0.095, detail: 0, rough: 0.15, colour: ([, y]) => (y > 1.08 ? bloom : leaf) });
      });
    }
  });
}

/** A closed door. */
export function drawDoor(solid: Solid, row: House): void {
  solid.at(row.doorX, 0, row.depth / 2, () => {
    solid.box({
      x: 0,
      y: 1.0,
      z: 0.05,
      w: row.doorWidth + 0.22,
      h: 2.06,
      d: 0.16,
      colour: row.timber,
      without: ['back', 'bottom'],
    });
    solid.box({
      x: 0,
      y: 0.96,
      z: 0.1,
      w: row.doorWidth,
      h: 1.88,
      d: 0.12,
      colour: 0x80532c,
      without: ['back', 'bottom'],
    });
    solid.fine(() => {
      for (const x of [-0.22, 0, 0.22])
        solid.box({
          x,
          y: 0.96,
          z: 0.165,
          w: 0.03,
          h: 1.82,
          d: 0.012,
          colour: 0x5a3a20,
          without: ['back', 'top', 'bottom'],
        });
      solid.box({ x: 0.28, y: 0.95, z: 0.18, w: 0.08, h: 0.08, d: 0.06, colour: 0xd8b860, without: ['back'] });
      for (const y of [0.4, 1.5])
        solid.box({
          x: -0.05,
          y,
          z: 0.17,
          w: row.doorWidth * 0.8,
          h: 0.07,
          d: 0.02,
          colour: 0x3a3534,
          without: ['back'],
        });
    });
    solid.box({
      x: 0,
      y: 0.04,
      z: 0.42,
      w: row.doorWidth + 0.5,
      h: 0.16,
      d: 0.6,
      colour: STONE_LIGHT,
      without: ['bottom', 'back'],
    });
  });
}

/** A doorway to walk through, its door standing open. */
export function drawDoorway(solid: Solid, row: House): void {
  solid.at(row.doorX, 0, row.depth / 2, () => {
    const half = row.doorWidth / 2;
    for (const side of [1, -1])
      solid.box({
        x: side * (half + 0.02),
        y: DOOR_HEIGHT / 2,
        z: 0,
        w: 0.16,
        h: DOOR_HEIGHT,
        d: WALL_THICK + 0.16,
        colour: row.timber,
        without: ['bottom'],
      });
    solid.box({
      x: 0,
      y: DOOR_HEIGHT,
      z: 0,
      w: row.doorWidth + 0.3,
      h: 0.18,
      d: WALL_THICK + 0.18,
      colour: row.timber,
    });
    solid.box({
      x: 0,
      y: 0.0,
      z: 0.35,
      w: row.doorWidth + 0.2,
      h: 0.1,
      d: 0.6,
      colour: STONE_LIGHT,
      without: ['bottom'],
    });
    if (row.doorWidth > 1.5) return;
    solid.at(
      -half,
      0,
      0.06,
      () => solid.box({ x: half * 0.9, y: 0.95, z: 0, w: half * 1.8, h: 1.84, d: 0.08, colour: 0x80532c }),
      { y: -1.9 },
    );
  });
}
