import { type Glb, type GltfNode, openGlb } from './glb.ts';
import type { Mesh } from './mesh.ts';

/** Meshes of the scenery by name. */
export type ModelSet = ReadonlyMap<string, Mesh>;

/** Every mesh of a GLB by the name of its node. Throws on bytes that are no GLB. */
export async function readModels(bytes: ArrayBuffer): Promise<ModelSet> {
  const glb = await openGlb(bytes);
  return new Map(
    (glb.gltf.nodes ?? []).flatMap((node): [string, Mesh][] => {
      const mesh = meshOf(glb, node);
      return mesh === undefined || node.name === undefined ? [] : [[node.name, mesh]];
    }),
  );
}

/** A node's mesh, with its move and scale applied: quantised positions need both. */
function meshOf(glb: Glb, { mesh, translation = [0, 0, 0], scale = [1, 1, 1] }: GltfNode): Mesh | undefined {
  const primitive = glb.gltf.meshes?.[mesh ?? -1]?.primitives[0];
  const read = (name: string) => glb.read(primitive?.attributes[name]);
  const position = read('POSITION')?.array;
  const normal = read('NORMAL')?.array;
  const index = glb.read(primitive?.indices)?.array;
  if (primitive === undefined || position === undefined || normal === undefined || index === undefined)
    return undefined;
  for (let at = 0; at < position.length; at++) {
    position[at] = (position[at] ?? 0) * (scale[at % 3] ?? 1) + (translation[at % 3] ?? 0);
  }
  const colour = read('COLOR_0');
  return {
    position,
    normal,
    ...(colour === undefined ? {} : { colour: firstThree(colour) }),
    index: Uint32Array.from(index),
    extra: Object.fromEntries(
      Object.keys(primitive.attributes).flatMap((name) => {
        const column = name.startsWith('_') ? read(name) : undefined;
        return column === undefined ? [] : [[name, column]];
      }),
    ),
  };
}

function firstThree({ size, array }: { size: number; array: Float32Array }): Float32Array {
  return size === 3 ? array : array.filter((_, at) => at % size < 3);
}
