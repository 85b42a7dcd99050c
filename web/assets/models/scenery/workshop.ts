import { linear } from '../../colour.ts';
import type { Mesh } from '../../mesh.ts';
import { type Detail, Solid } from './solid.ts';

const WOOD = 0x7d5a38;
const WOOD_DARK = 0x6b4a2e;
const WOOD_LIGHT = 0x9a744a;
const STONE = 0x8a847c;
const STONE_LIGHT = 0xa9a196;
const IRON = 0x45454c;

/** A counter with a grille and a ledger: where the bank serves. One tile. */
export function bankBooth(detail: Detail): Mesh {
  const solid = new Solid(301, detail);
  solid.box({ x: 0, y: 0.5, z: 0, w: 1.0, h: 1.0, d: 0.6, colour: 0x6f4a2c, foot: 0.6 });
  solid.box({ x: 0, y: 1.03, z: 0.02, w: 1.04, h: 0.08, d: 0.76, colour: WOOD_LIGHT });
  solid.fine(() => {
    solid.box({ x: 0, y: 0.5, z: 0.31, w: 0.7, h: 0.6, d: 0.04, colour: 0x835a36 });
    solid.box({ x: 0, y: 0.52, z: 0.34, w: 0.2, h: 0.2, d: 0.03, colour: 0xd8b050 });
    for (let bar = 0; bar < 4; bar++)
      solid.box({ x: -0.36 + bar * 0.24, y: 1.4, z: -0.05, w: 0.035, h: 0.68, d: 0.035, colour: 0xc8a048 });
    solid.box({ x: 0, y: 1.74, z: -0.05, w: 0.86, h: 0.06, d: 0.08, colour: 0xc8a048 });
    solid.box({ x: 0.22, y: 1.1, z: 0.16, w: 0.3, h: 0.06, d: 0.24, colour: 0xf0e8d0 });
  });
  return solid.mesh();
}

/** A shop's counter, one tile. */
export function counter(detail: Detail): Mesh {
  const solid = new Solid(302, detail);
  solid.box({ x: 0, y: 0.46, z: 0, w: 1, h: 0.92, d: 0.6, colour: WOOD, foot: 0.6 });
  solid.box({ x: 0, y: 0.95, z: 0, w: 1.04, h: 0.08, d: 0.74, colour: WOOD_LIGHT });
  solid.fine(() => {
    solid.at(-0.2, 1.08, 0, () => solid.stone({ radius: 0.1, detail: 0, rough: 0.1, colour: () => linear(0xc85a3a) }));
    solid.box({ x: 0.2, y: 1.08, z: 0, w: 0.24, h: 0.18, d: 0.2, colour: 0x5f8a6a });
  });
  return solid.mesh();
}

/** Shelves with jars, against a wall at −z. One tile. */
export function shelf(detail: Detail): Mesh {
  const solid = new Solid(303, detail);
  for (const x of [-0.46, 0.46]) solid.box({ x, y: 0.8, z: -0.28, w: 0.06, h: 1.6, d: 0.34, colour: WOOD_DARK });
  for (const y of [0.3, 0.82, 1.34]) {
    solid.box({ x: 0, y, z: -0.28, w: 0.92, h: 0.05, d: 0.34, colour: WOOD_LIGHT });
    solid.fine(() => {
      const jars = [0xc85a3a, 0xe0b84a, 0x5f8a9a, 0x7a9a4a];
      for (let jar = 0; jar < 4; jar++)
        solid.at(-0.33 + jar * 0.22, y + 0.02, -0.28, () =>
          solid.column({
            bottom: 0.08,
            top: 0.06,
            height: 0.2,
            sides: 6,
            colour: jars[(jar + Math.round(y * 3)) % 4] ?? 0xffffff,
          }),
        );
    });
  }
  return solid.mesh();
}

/** A smelting furnace, its mouth at +z; two tiles wide. */
export function furnace(detail: Detail): Mesh {
  const solid = new Solid(304, detail);
  solid.box({ x: 0, y: 0.75, z: -0.05, w: 1.7, h: 1.5, d: 0.85, colour: STONE, taper: 0.86, foot: 0.55 });
  solid.box({ x: 0, y: 1.56, z: -0.05, w: 1.5, h: 0.16, d: 0.8, colour: STONE_LIGHT });
  solid.box({ x: 0, y: 2.2, z: -0.1, w: 0.8, h: 1.3, d: 0.6, colour: STONE, taper: 0.8 });
  solid.box({ x: 0, y: 0.62, z: 0.36, w: 0.72, h: 0.62, d: 0.08, colour: 0xff8a30, glow: 1.8, foot: 1 });
  solid.fine(() => {
    for (const x of [-0.45, 0.45]) solid.box({ x, y: 0.62, z: 0.38, w: 0.2, h: 0.7, d: 0.16, colour: STONE_LIGHT });
    solid.box({ x: 0, y: 1.02, z: 0.38, w: 1.1, h: 0.2, d: 0.16, colour: STONE_LIGHT });
    for (let coal = 0; coal < 5; coal++)
      solid.at(-0.28 + coal * 0.14, 0.34, 0.44, () =>
        solid.stone({ radius: 0.09, detail: 0, rough: 0.2, colour: () => linear(0x2f2a28) }),
      );
  });
  return solid.mesh();
}

export function anvil(detail: Detail): Mesh {
  const solid = new Solid(305, detail);
  solid.column({
    bottom: 0.3,
    top: 0.26,
    height: 0.46,
    sides: detail === 'full' ? 8 : 5,
    colour: 0x6b4a30,
    cap: 0xb8976a,
    foot: 0.6,
  });
  solid.box({ x: 0, y: 0.53, z: 0, w: 0.34, h: 0.14, d: 0.24, colour: IRON });
  solid.box({ x: 0, y: 0.69, z: 0, w: 0.62, h: 0.18, d: 0.26, colour: 0x5a5a62 });
  solid.at(0.31, 0.7, 0, () => solid.column({ bottom: 0.11, top: 0, height: 0.3, sides: 6, colour: 0x5a5a62 }), {
    z: -Math.PI / 2,
  });
  return solid.mesh();
}

/** A kitchen range under the sky: stove, pot and chimney. */
export function range(detail: Detail): Mesh {
  const solid = new Solid(306, detail);
  solid.box({ x: 0, y: 0.48, z: 0, w: 1.25, h: 0.96, d: 0.85, colour: STONE, foot: 0.55 });
  solid.box({ x: 0, y: 0.99, z: 0, w: 1.32, h: 0.1, d: 0.92, colour: IRON });
  solid.box({ x: -0.2, y: 0.46, z: 0.43, w: 0.5, h: 0.44, d: 0.06, colour: 0xff9a3c, glow: 1.7, foot: 1 });
  solid.box({ x: 0.42, y: 1.5, z: -0.22, w: 0.34, h: 1.3, d: 0.34, colour: STONE_LIGHT, taper: 0.85 });
  solid.fine(() => {
    solid.at(-0.25, 1.04, 0.02, () =>
      solid.column({ bottom: 0.2, top: 0.26, height: 0.26, sides: 8, colour: 0x3a3a40, cap: 0xb8743a }),
    );
    solid.at(0.2, 1.04, 0.22, () =>
      solid.column({ bottom: 0.16, top: 0.18, height: 0.05, sides: 8, colour: 0x50505a }),
    );
  });
  return solid.mesh();
}

/** The chapel's altar with two candles. */
export function altar(detail: Detail): Mesh {
  const solid = new Solid(307, detail);
  solid.box({ x: 0, y: 0.45, z: 0, w: 1.5, h: 0.9, d: 0.7, colour: 0xcfc8b8, foot: 0.65 });
  solid.box({ x: 0, y: 0.93, z: 0, w: 1.65, h: 0.1, d: 0.82, colour: 0xe6dfd0 });
  solid.box({ x: 0, y: 0.72, z: 0.36, w: 0.7, h: 0.5, d: 0.04, colour: 0x8a3a4a });
  for (const x of [-0.55, 0.55]) {
    solid.at(x, 0.98, 0, () => {
      solid.column({ bottom: 0.06, top: 0.05, height: 0.3, sides: 6, colour: 0xf2ead8 });
      solid.at(0, 0.3, 0, () =>
        solid.column({ bottom: 0.04, top: 0, height: 0.14, sides: 5, colour: 0xffd070, glow: 2, foot: 1 }),
      );
    });
  }
  solid.fine(() => {
    solid.box({ x: 0, y: 1.3, z: -0.2, w: 0.08, h: 0.7, d: 0.06, colour: 0xd8b050 });
    solid.box({ x: 0, y: 1.44, z: -0.2, w: 0.4, h: 0.08, d: 0.06, colour: 0xd8b050 });
  });
  return solid.mesh();
}

/** A hide stretched on a frame. */
export function hideRack(detail: Detail): Mesh {
  const solid = new Solid(308, detail);
  for (const x of [-0.6, 0.6]) solid.box({ x, y: 0.75, z: 0, w: 0.09, h: 1.6, d: 0.09, colour: WOOD_DARK });
  for (const y of [0.3, 1.45]) solid.box({ x: 0, y, z: 0, w: 1.3, h: 0.08, d: 0.08, colour: WOOD_DARK });
  for (const flip of [false, true]) {
    const hide = [
      [-0.42, 1.36, 0],
      [-0.34, 0.86, 0],
      [-0.46, 0.42, 0],
      [0.46, 0.42, 0],
      [0.34, 0.86, 0],
      [0.42, 1.36, 0],
    ] as const;
    solid.quad(flip ? [...hide].reverse() : hide, flip ? 0x9a6a42 : 0xb5825a);
  }
  return solid.mesh();
}

/** A burrowkin's mound with its hole at +z, two tiles wide. */
export function burrow(detail: Detail): Mesh {
  const solid = new Solid(309, detail);
  const earth = linear(0x7c6042);
  const turf = linear(0x6f9a3c);
  solid.at(0, 0, 0, () =>
    solid.stone({
      radius: 1.1,
      detail: detail === 'full' ? 1 : 0,
      rough: 0.1,
      flat: 0.72,
      colour: ([, y]) => (y > 0.38 ? turf : earth),
    }),
  );
  solid.at(
    0,
    0.3,
    0.82,
    () => {
      solid.column({ bottom: 0.44, top: 0.44, height: 0.22, sides: 9, colour: 0x54402c, cap: 0x1a1410, foot: 1 });
    },
    { x: Math.PI / 2 - 0.2 },
  );
  solid.fine(() => {
    for (let stick = 0; stick < 4; stick++)
      solid.at(
        -0.5 + stick * 0.34,
        0.5,
        0.74,
        () => solid.column({ bottom: 0.04, top: 0.03, height: 0.5, sides: 4, colour: WOOD_DARK }),
        { z: (stick - 1.5) * -0.3, x: 0.3 },
      );
  });
  return solid.mesh();
}

/** A leaning post with a skull and feathers: here the burrowkin live. */
export function totem(detail: Detail): Mesh {
  const solid = new Solid(310, detail);
  solid.box({ x: 0, y: 0.8, z: 0, w: 0.13, h: 1.8, d: 0.13, colour: WOOD_DARK });
  solid.at(0, 1.72, 0.02, () => solid.stone({ radius: 0.22, detail: 0, rough: 0.1, colour: () => linear(0xe8e0cc) }));
  for (const side of [1, -1]) {
    solid.at(
      side * 0.16,
      1.5,
      0,
      () => solid.box({ x: 0, y: -0.2, z: 0, w: 0.1, h: 0.4, d: 0.02, colour: side > 0 ? 0xc8503a : 0x3f6f9a }),
      { z: side * 0.4 },
    );
  }
  return solid.mesh();
}

/** A timber frame with a dark mouth: the entrance of a den or a mine. Two tiles wide. */
export function mineMouth(detail: Detail): Mesh {
  const solid = new Solid(311, detail);
  const stone = linear(0x7a756e);
  for (let index = 0; index < 7; index++) {
    const angle = -0.3 + (index / 6) * 3.74;
    solid.at(Math.cos(angle) * 1.45, 0.5 + Math.sin(angle) * 1.35, -0.5, () =>
      solid.stone({ radius: 0.85, detail: detail === 'full' ? 1 : 0, rough: 0.18, colour: () => stone }),
    );
  }
  solid.box({ x: 0, y: 0.95, z: -0.3, w: 1.7, h: 1.9, d: 0.3, colour: 0x14100e });
  for (const side of [1, -1]) solid.box({ x: side * 0.9, y: 1, z: 0.05, w: 0.22, h: 2.1, d: 0.24, colour: WOOD_DARK });
  solid.box({ x: 0, y: 2.05, z: 0.05, w: 2.3, h: 0.24, d: 0.28, colour: WOOD });
  return solid.mesh();
}
