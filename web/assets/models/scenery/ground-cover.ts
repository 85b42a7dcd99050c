import { blend, type Colour, linear } from '../../colour.ts';
import type { Mesh } from '../../mesh.ts';
import type { Point } from './frame.ts';
import { Solid } from './solid.ts';

/** A boulder of radius about 1, mossy on top. `vein` colours the lumps of an ore. */
export function rock(seed: number, options: { moss?: boolean; vein?: number; plain?: boolean }): Mesh {
  const solid = new Solid(seed, options.plain === true ? 'plain' : 'full');
  solid.jitter = 0.06;
  const dark = linear(0x5f5d5c);
  const light = linear(0x9a948a);
  const moss = linear(0x76944c);
  const colour = ([, y]: Point): Colour => {
    const stone = blend(dark, light, Math.min(1, Math.max(0, y * 0.9 + 0.35)));
    return options.moss === true && y > 0.42 ? blend(stone, moss, 0.7) : stone;
  };
  solid.at(0, 0.12, 0, () =>
    solid.stone({ radius: 0.95, detail: options.plain === true ? 0 : 1, rough: 0.16, flat: 0.72, colour }),
  );
  if (options.vein === undefined) return solid.mesh();
  const vein = linear(options.vein);
  for (let index = 0; index < 7; index++) {
    const angle = index * 2.4;
    const lift = 0.12 + (index % 3) * 0.26;
    const reach = 0.86 - lift * 0.5;
    solid.at(Math.cos(angle) * reach, lift, Math.sin(angle) * reach, () => {
      solid.stone({ radius: 0.2 + (index % 2) * 0.07, detail: 0, rough: 0.2, glow: 0.06, colour: () => vein });
    });
  }
  return solid.mesh();
}

/** Blades of grass, white: the instance colours them as the ground below. They fade out with distance. */
export function tuft(seed: number, blades: number): Mesh {
  const solid = new Solid(seed);
  solid.group = -1;
  solid.jitter = 0;
  for (let blade = 0; blade < blades; blade++) {
    const around = solid.random() * 6.28;
    const reach = solid.random() * 0.19;
    const height = 0.14 + solid.random() * 0.17;
    const facing = solid.random() * 6.28;
    const lean = (solid.random() - 0.5) * 0.2;
    drawBlade(solid, Math.cos(around) * reach, Math.sin(around) * reach, height, facing, lean);
  }
  return upright(solid.mesh());
}

function drawBlade(solid: Solid, x: number, z: number, height: number, facing: number, lean: number): void {
  const width = 0.024 + solid.random() * 0.014;
  const dx = Math.cos(facing) * width;
  const dz = Math.sin(facing) * width;
  const tip: Point = [x + Math.cos(facing + 1.57) * lean, height, z + Math.sin(facing + 1.57) * lean];
  solid.quad(
    [[x - dx, 0, z - dz], [x + dx, 0, z + dz], tip],
    [0.85, 0.85, 0.85],
    [0.66, 0.66, 1.16],
    0,
    [0.001, 0.001, 0.35],
  );
}

/** Three flowers with white petals that the instance colours, on green stalks. */
export function flower(seed: number, petals: number): Mesh {
  const solid = new Solid(seed);
  solid.group = -1;
  const colour = linear(petals);
  for (let index = 0; index < 3; index++) {
    const x = (solid.random() - 0.5) * 0.34;
    const z = (solid.random() - 0.5) * 0.34;
    const height = 0.18 + solid.random() * 0.14;
    solid.quad(
      [
        [x - 0.012, 0, z],
        [x + 0.012, 0, z],
        [x, height, z],
      ],
      0x4f7f2f,
      [0.6, 0.6, 1],
      0,
      [0.001, 0.001, 0.3],
    );
    solid.at(x, height, z, () => {
      const ring = Array.from(
        { length: 5 },
        (_, k): Point => [Math.cos(k * 1.2566) * 0.072, 0.02, -Math.sin(k * 1.2566) * 0.072],
      );
      solid.quad(ring, colour, [], 0, [0.3, 0.3, 0.3, 0.3, 0.3]);
      solid.quad(
        [
          [-0.022, 0.03, 0.022],
          [0.022, 0.03, 0.022],
          [0.022, 0.03, -0.022],
          [-0.022, 0.03, -0.022],
        ],
        0xf2c84a,
        [],
        0,
        [0.3, 0.3, 0.3, 0.3],
      );
    });
  }
  return upright(solid.mesh());
}

/** Reeds that stand in shallow water. */
export function reeds(seed: number): Mesh {
  const solid = new Solid(seed);
  for (let blade = 0; blade < 9; blade++) {
    const x = (solid.random() - 0.5) * 0.5;
    const z = (solid.random() - 0.5) * 0.5;
    const height = 0.6 + solid.random() * 0.6;
    const facing = solid.random() * 6.28;
    const dx = Math.cos(facing) * 0.035;
    const dz = Math.sin(facing) * 0.035;
    const tip: Point = [x + (solid.random() - 0.5) * 0.3, height, z + (solid.random() - 0.5) * 0.3];
    solid.quad(
      [[x - dx, -0.3, z - dz], [x + dx, -0.3, z + dz], tip],
      0x7f9c48,
      [0.5, 0.5, 1.05],
      0,
      [0.001, 0.001, 0.5],
    );
    if (blade % 4 === 0)
      solid.at(tip[0], tip[1] - 0.06, tip[2], () =>
        solid.column({ bottom: 0.035, top: 0.03, height: 0.2, sides: 5, colour: 0x6a4428 }),
      );
  }
  return upright(solid.mesh());
}

/** Lily pads, one in flower. */
export function lilies(seed: number): Mesh {
  const solid = new Solid(seed);
  for (let pad = 0; pad < 4; pad++) {
    const angle = pad * 1.7;
    const reach = pad === 0 ? 0 : 0.4 + solid.random() * 0.25;
    const radius = 0.19 + solid.random() * 0.1;
    const ring = Array.from(
      { length: 7 },
      (_, k): Point => [Math.cos(k * 0.86) * radius, 0.02, -Math.sin(k * 0.86) * radius],
    );
    solid.at(
      Math.cos(angle) * reach,
      0,
      Math.sin(angle) * reach,
      () => {
        solid.quad([...ring, [0, 0.02, 0]], 0x4f8f3f);
        if (pad === 1)
          solid.at(0, 0.08, 0, () =>
            solid.stone({ radius: 0.09, detail: 0, rough: 0.1, flat: 0.7, colour: () => linear(0xf4bcd4) }),
          );
      },
      { y: solid.random() * 6 },
    );
  }
  return solid.mesh();
}

/** Normals straight up: a blade is lit as the meadow that it stands in. */
function upright(mesh: Mesh): Mesh {
  const normal = new Float32Array(mesh.normal.length);
  for (let at = 1; at < normal.length; at += 3) normal[at] = 1;
  return { ...mesh, normal };
}
