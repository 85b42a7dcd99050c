/**
 * Reads the GLB files of our own build: meshopt-packed, quantised, without materials. A general
 * loader would bring materials, textures and cameras that nobody here uses.
 */
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';

interface BufferView {
  byteOffset?: number;
  byteLength: number;
  byteStride?: number;
  extensions?: { EXT_meshopt_compression?: PackedView; KHR_meshopt_compression?: PackedView };
}

interface PackedView {
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

export interface GltfNode {
  name?: string;
  mesh?: number;
  skin?: number;
  children?: number[];
  translation?: [number, number, number];
  scale?: [number, number, number];
}

export interface GltfAnimation {
  name?: string;
  extras?: Record<string, unknown>;
  channels: { sampler: number; target: { node?: number; path: string } }[];
  samplers: { input: number; output: number }[];
}

export interface Gltf {
  bufferViews?: BufferView[];
  accessors?: Accessor[];
  meshes?: { primitives: { attributes: Record<string, number>; indices?: number }[] }[];
  nodes?: GltfNode[];
  skins?: { name?: string; joints: number[]; inverseBindMatrices?: number }[];
  animations?: GltfAnimation[];
}

/** Numbers of an accessor; normalised integers are fractions. */
export interface Column {
  /** Components of one row. */
  readonly size: number;
  readonly array: Float32Array<ArrayBuffer>;
}

export interface Glb {
  readonly gltf: Gltf;
  /** An accessor's numbers; undefined where there is no such accessor. */
  read(accessor: number | undefined): Column | undefined;
}

const GLB_MAGIC = 0x46546c67;
const COMPONENTS: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 };
const READERS = {
  5120: { bytes: 1, most: 127, read: (view: DataView, at: number) => view.getInt8(at) },
  5121: { bytes: 1, most: 255, read: (view: DataView, at: number) => view.getUint8(at) },
  5122: { bytes: 2, most: 32767, read: (view: DataView, at: number) => view.getInt16(at, true) },
  5123: { bytes: 2, most: 65535, read: (view: DataView, at: number) => view.getUint16(at, true) },
  5125: { bytes: 4, most: 4294967295, read: (view: DataView, at: number) => view.getUint32(at, true) },
  5126: { bytes: 4, most: 1, read: (view: DataView, at: number) => view.getFloat32(at, true) },
} as const;

interface View {
  readonly bytes: Uint8Array;
  readonly stride: number | undefined;
}

/** Opens a GLB and unpacks its buffers. Throws on bytes that are no GLB. */
export async function openGlb(bytes: ArrayBuffer): Promise<Glb> {
  const { gltf, binary } = chunksOf(bytes);
  await MeshoptDecoder.ready;
  const views = (gltf.bufferViews ?? []).map((view) => unpack(view, binary));
  return { gltf, read: (index) => readColumn(gltf.accessors?.[index ?? -1], views) };
}

function chunksOf(bytes: ArrayBuffer): { gltf: Gltf; binary: Uint8Array } {
  const view = new DataView(bytes);
  if (view.byteLength < 20 || view.getUint32(0, true) !== GLB_MAGIC) throw new Error('not a GLB');
  const jsonLength = view.getUint32(12, true);
  // The cast: our own build wrote it; a file of another shape fails in the lookups that follow.
  const gltf = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 20, jsonLength))) as Gltf;
  const from = 20 + jsonLength + 8;
  return { gltf, binary: from > bytes.byteLength ? new Uint8Array() : new Uint8Array(bytes, from) };
}

function unpack(view: BufferView, binary: Uint8Array): View {
  const packed = view.extensions?.EXT_meshopt_compression ?? view.extensions?.KHR_meshopt_compression;
  if (packed === undefined) {
    const from = view.byteOffset ?? 0;
    return { bytes: binary.subarray(from, from + view.byteLength), stride: view.byteStride };
  }
  const { byteOffset = 0, byteLength, byteStride, count, mode, filter } = packed;
  const bytes = new Uint8Array(count * byteStride);
  const source = binary.subarray(byteOffset, byteOffset + byteLength);
  MeshoptDecoder.decodeGltfBuffer(bytes, count, byteStride, source, mode, filter);
  return { bytes, stride: view.byteStride ?? byteStride };
}

function readColumn(accessor: Accessor | undefined, views: readonly View[]): Column | undefined {
  const source = views[accessor?.bufferView ?? -1];
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
