/** Meshes, skeletons and clips as one compressed GLB. Nothing here depends on time or machine: same input, same bytes. */
import { Document, type Node as GltfNode, Logger, NodeIO, type Skin } from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMeshQuantization } from '@gltf-transform/extensions';
import { dedup, prune, quantize, reorder, resample } from '@gltf-transform/functions';
import { MeshoptEncoder } from 'meshoptimizer';
import type { SampledClip } from './clips/sample.ts';
import type { Mesh } from './mesh.ts';
import type { Rig } from './models/figure/rig.ts';

/** Meshes on one skeleton, and what it can do. */
export interface Figure {
  /** Goes before the names of its nodes and clips, where a file holds several. */
  readonly prefix: string;
  readonly rig: Rig;
  readonly meshes: Readonly<Record<string, Mesh>>;
  readonly clips: readonly SampledClip[];
}

/** Turns may stray this far (of the quaternion's components) where a keyframe is left out. */
const RESAMPLE_TOLERANCE = 1.5e-3;

/** Slots and joints are whole numbers already. */
const QUANTISED = /^(POSITION|NORMAL|COLOR_0|WEIGHTS_0|_(?!SLOT).*)$/;

/** A GLB of meshes that do not move; each is a node of its name. */
export async function packStill(meshes: Readonly<Record<string, Mesh>>): Promise<Uint8Array> {
  const document = createDocument();
  const scene = document.createScene();
  for (const [name, mesh] of Object.entries(meshes)) scene.addChild(addMesh(document, name, mesh));
  return compress(document);
}

/** A GLB of meshes on skeletons, with their clips. */
export async function packFigures(figures: readonly Figure[]): Promise<Uint8Array> {
  const document = createDocument();
  const scene = document.createScene();
  for (const figure of figures) {
    const bones = addBones(document, figure);
    const skin = addSkin(document, figure, bones);
    const [root] = bones;
    if (root !== undefined) scene.addChild(root);
    for (const [name, mesh] of Object.entries(figure.meshes)) {
      scene.addChild(addMesh(document, name, mesh).setSkin(skin));
    }
    for (const clip of figure.clips) addClip(document, figure, clip, bones);
  }
  return compress(document);
}

function createDocument(): Document {
  const document = new Document().setLogger(new Logger(Logger.Verbosity.ERROR));
  document.createBuffer();
  document.getRoot().getAsset().generator = 'larkmark';
  return document;
}

function addMesh(document: Document, name: string, mesh: Mesh): GltfNode {
  const accessor = (type: (typeof TYPES)[number], array: TypedArray) =>
    document
      .createAccessor()
      .setType(type)
      .setArray(array)
      .setBuffer(document.getRoot().listBuffers()[0] ?? null);
  const small = mesh.position.length / 3 < 65536;
  const primitive = document
    .createPrimitive()
    .setIndices(accessor('SCALAR', small ? Uint16Array.from(mesh.index) : Uint32Array.from(mesh.index)))
    .setAttribute('POSITION', accessor('VEC3', Float32Array.from(mesh.position)))
    .setAttribute('NORMAL', accessor('VEC3', Float32Array.from(mesh.normal)));
  if (mesh.colour !== undefined) primitive.setAttribute('COLOR_0', accessor('VEC3', Float32Array.from(mesh.colour)));
  for (const [key, { size, array }] of Object.entries(mesh.extra ?? {})) {
    if (key.startsWith('_') && array.every((value) => value === 0)) continue; // zero is what its absence means
    const isWhole = key === 'JOINTS_0' || key === '_SLOT';
    primitive.setAttribute(
      key,
      accessor(TYPES[size - 1] ?? 'SCALAR', isWhole ? Uint8Array.from(array) : Float32Array.from(array)),
    );
  }
  return document.createNode(name).setMesh(document.createMesh(name).addPrimitive(primitive));
}

const TYPES = ['SCALAR', 'VEC2', 'VEC3', 'VEC4'] as const;
type TypedArray =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>;

function addBones(document: Document, { prefix, rig }: Figure): GltfNode[] {
  const nodes: GltfNode[] = [];
  for (const { name, parent, at } of rig.bones) {
    const carrier = rig.bones[parent]?.at ?? [0, 0, 0];
    const node = document
      .createNode(prefix + name)
      .setTranslation([at[0] - carrier[0], at[1] - carrier[1], at[2] - carrier[2]]);
    nodes[parent]?.addChild(node);
    nodes.push(node);
  }
  return nodes;
}

function addSkin(document: Document, { prefix, rig }: Figure, bones: readonly GltfNode[]): Skin {
  const matrices = rig.bones.flatMap(({ at: [x, y, z] }) => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -x, -y, -z, 1]);
  const accessor = document
    .createAccessor()
    .setType('MAT4')
    .setArray(Float32Array.from(matrices))
    .setBuffer(document.getRoot().listBuffers()[0] ?? null);
  const skin = document.createSkin(`${prefix}skin`).setInverseBindMatrices(accessor);
  for (const bone of bones) skin.addJoint(bone);
  return skin;
}

function addClip(document: Document, { prefix, rig }: Figure, clip: SampledClip, bones: readonly GltfNode[]): void {
  const buffer = document.getRoot().listBuffers()[0] ?? null;
  const animation = document.createAnimation(prefix + clip.name).setExtras({ ...clip.facts });
  const times = document.createAccessor().setType('SCALAR').setArray(Float32Array.from(clip.times)).setBuffer(buffer);
  const addChannel = (bone: string, path: 'rotation' | 'translation', array: Float32Array) => {
    const output = document
      .createAccessor()
      .setType(path === 'rotation' ? 'VEC4' : 'VEC3')
      .setArray(Float32Array.from(array))
      .setBuffer(buffer);
    const sampler = document.createAnimationSampler().setInput(times).setOutput(output).setInterpolation('LINEAR');
    const target = bones[rig.indexOf(bone)] ?? null;
    animation
      .addSampler(sampler)
      .addChannel(document.createAnimationChannel().setTargetNode(target).setTargetPath(path).setSampler(sampler));
  };
  for (const [bone, array] of clip.turns) addChannel(bone, 'rotation', array);
  if (clip.places !== undefined) addChannel(clip.places.bone, 'translation', clip.places.array);
}

async function compress(document: Document): Promise<Uint8Array> {
  await MeshoptEncoder.ready;
  await document.transform(
    resample({ tolerance: RESAMPLE_TOLERANCE }),
    dedup(),
    prune({ keepLeaves: true, keepAttributes: true }),
    shortTurns,
    reorder({ encoder: MeshoptEncoder, target: 'size' }),
    quantize({
      pattern: QUANTISED,
      quantizePosition: 12,
      quantizeNormal: 8,
      quantizeColor: 8,
      quantizeGeneric: 8,
      quantizationVolume: document.getRoot().listSkins().length > 0 ? 'scene' : 'mesh',
    }),
  );
  document.createExtension(KHRMeshQuantization).setRequired(true);
  document
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.FILTER });
  const io = new NodeIO()
    .registerExtensions([EXTMeshoptCompression, KHRMeshQuantization])
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder });
  return io.writeBinary(document);
}

/** Steps of a turn's components from 0 to 1: a thirtieth of a degree, and few enough bits to pack well. */
const TURN_STEPS = 2047;

/** Keeps turns as normalised 16-bit integers, which glTF allows. */
function shortTurns(document: Document): void {
  for (const animation of document.getRoot().listAnimations()) {
    for (const channel of animation.listChannels()) {
      const output = channel.getSampler()?.getOutput();
      const array = output?.getArray();
      if (channel.getTargetPath() !== 'rotation' || !output || !(array instanceof Float32Array)) continue;
      output.setArray(
        Int16Array.from(array, (value) => Math.round(Math.min(1, Math.max(-1, value)) * TURN_STEPS) * 16),
      );
      output.setNormalized(true);
    }
  }
}
