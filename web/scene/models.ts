/**
 * Reads meshes out of a GLB. Scenery is plain: nodes with one mesh each, quantised and meshopt-packed
 * by the build; a general loader would bring materials, skins and animations that nobody here uses.
 */
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import type { Mesh } from './mesh.ts';

export type ModelSet = ReadonlyMap<string, Mesh>;

interface BufferView {
  buffer: number;
  byteOffset?: number;
  byteLength: number;
  byteStride?: number;
  extensions?: { EXT_meshopt_compression?: PackedView; KHR_meshopt_compression?: PackedView };
}

interface PackedView {
  buffer: number;
  byteOffset?: number;
  byteLength: number;
  byteStride: number;
  count: number;
  mode: string;
  filter?: string;
}

interface Accessor {
  bufferView?: number;
  byteOffset?: number;
  componentType: number;
  normalized?: boolean;
  count: number;
  type: string;
}

interface Primitive {
  attributes: Record<string, number>;
  indices?: number;
}

interface Gltf {
  bufferViews?: BufferView[];
  accessors?: Accessor[];
  meshes?: { name?: string; primitives: Primitive[] }[];
  nodes?: { name?: string; mesh?: number; translation?: number[]; rotation?: number[]; scale?: number[] }[];
}

const GLB_MAGIC = 0x46546c67;
const COMPONENTS: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 };
const READERS = {
  5120: { bytes: 1, most: 127, read: (view: DataView, at: number) => view.getInt8(at) },
  5121: { bytes: 1, most: 255, read: (view: DataView, at: number) => view.getUint8(at) },
  5122: { bytes: 2, most: 32767, read: (view: DataView, at: number) => view.getInt16(at, true) },
  5123: { bytes: 2, most: 65535, read: (view: DataView, at: number) => view.getUint16(at, true) },
  5125: { bytes: 4, most: 4294967295, read: (view: DataView, at: number) => view.getUint32(at, true) },
  5126: { bytes: 4, most: 1, read: (view: DataView, at: number) => view.getFloat32(at, true) },
} as const;

/** Every mesh of a GLB by the name of its node. Throws on bytes that are no GLB. */
export async function readModels(bytes: ArrayBuffer): Promise<ModelSet> {
  const { gltf, binary } = chunksOf(bytes);
  await MeshoptDecoder.ready;
  const views = (gltf.bufferViews ?? []).map((view) => unpackView(view, binary));
  const models = new Map<string, Mesh>();
  for (const node of gltf.nodes ?? []) {
    const primitive = node.mesh === undefined ? undefined : gltf.meshes?.[node.mesh]?.primitives[0];
    if (primitive === undefined || node.name === undefined) continue;
    models.set(node.name, meshOf(gltf, views, primitive, node));
  }
  return models;
}

function chunksOf(bytes: ArrayBuffer): { gltf: Gltf; binary: Uint8Array } {
  const view = new DataView(bytes);
  if (view.byteLength < 20 || view.getUint32(0, true) !== GLB_MAGIC) throw new Error('not a GLB');
  const jsonLength = view.getUint32(12, true);
  // The cast: our own build wrote it; a file of another shape fails in the lookups below.
  const gltf = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 20, jsonLength))) as Gltf;
  const from = 20 + jsonLength + 8;
  return { gltf, binary: from > bytes.byteLength ? new Uint8Array() : new Uint8Array(bytes, from) };
}

function unpackView(view: BufferView, binary: Uint8Array): { bytes: Uint8Array; stride: number | undefined } {
  const packed = view.extensions?.EXT_meshopt_compression ?? view.extensions?.KHR_meshopt_compression;
  if (packed === undefined) {
    const from = view.byteOffset ?? 0;
    return { bytes: binary.subarray(from, from + view.byteLength), stride: view.byteStride };
  }
  const from = packed.byteOffset ?? 0;
  const bytes = new Uint8Array(packed.count * packed.byteStride);
  MeshoptDecoder.decodeGltfBuffer(
    bytes,
    packed.count,
    packed.byteStride,
    binary.subarray(from, from + packed.byteLength),
    packed.mode,
    packed.filter,
  );
  return { bytes, stride: view.byteStride ?? packed.byteStride };
}

type Views = readonly { bytes: Uint8Array; stride: number | undefined }[];

/** An accessor's numbers, with its number of components. */
function readAccessor(
  gltf: Gltf,
  views: Views,
  index: number | undefined,
): { size: number; array: Float32Array } | undefined {
  const accessor = index === undefined ? undefined : gltf.accessors?.[index];
  const source = accessor?.bufferView === undefined ? undefined : views[accessor.bufferView];
  if (accessor === undefined || source === undefined || !(accessor.componentType in READERS)) return undefined;
  const reader = READERS[accessor.componentType as keyof typeof READERS]; // `in` has just checked
  const size = COMPONENTS[accessor.type] ?? 1;
  const stride = source.stride ?? size * reader.bytes;
  const view = new DataView(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength);
  const array = new Float32Array(accessor.count * size);
  for (let row = 0; row < accessor.count; row++) {
    for (let column = 0; column < size; column++) {
      const value = reader.read(view, (accessor.byteOffset ?? 0) + row * stride + column * reader.bytes);
      array[row * size + column] = accessor.normalized === true ? Math.max(-1, value / reader.most) : value;
    }
  }
  return { size, array };
}

/** A primitive as a mesh, with its node's move and scale applied: quantised positions need both. */
function meshOf(
  gltf: Gltf,
  views: Views,
  primitive: Primitive,
  node: { translation?: number[]; scale?: number[] },
): Mesh {
  const read = (name: string) => readAccessor(gltf, views, primitive.attributes[name]);
  const position = read('POSITION')?.array ?? new Float32Array();
  const { translation = [0, 0, 0], scale = [1, 1, 1] } = node;
  for (let at = 0; at < position.length; at++)
    position[at] = (position[at] ?? 0) * (scale[at % 3] ?? 1) + (translation[at % 3] ?? 0);
  const colour = read('COLOR_0');
  const index =
    readAccessor(gltf, views, primitive.indices)?.array ?? position.filter((_, at) => at % 3 === 0).map((_, at) => at);
  const extras = Object.keys(primitive.attributes).filter((name) => name.startsWith('_'));
  return {
    position,
    normal: read('NORMAL')?.array ?? new Float32Array(position.length),
    ...(colour === undefined ? {} : { colour: threeOf(colour) }),
    index: Uint32Array.from(index),
    extra: Object.fromEntries(
      extras.flatMap((name) => {
        const values = read(name);
        return values === undefined ? [] : [[name, values]];
      }),
    ),
  };
}

function threeOf({ size, array }: { size: number; array: Float32Array }): Float32Array {
  return size === 3 ? array : array.filter((_, at) => at % size < 3);
}
