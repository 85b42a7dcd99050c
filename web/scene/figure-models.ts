/**
 * People and creatures out of a GLB: carried meshes, and every clip of their skeletons baked into
 * rows of bone matrices, from which the crowd's shader poses thousands of vertices without a
 * skeleton per actor.
 */
import { Matrix4, Quaternion, Vector3 } from 'three';
import { type ClipFacts, FRAMES_PER_SECOND } from './figure-format.ts';
import { type Glb, type GltfAnimation, openGlb } from './glb.ts';

/** A mesh on a skeleton, in model coordinates. */
export interface FigureMesh {
  readonly position: Float32Array<ArrayBuffer>;
  readonly normal: Float32Array<ArrayBuffer>;
  readonly slot: Float32Array<ArrayBuffer>;
  readonly shade: Float32Array<ArrayBuffer>;
  /** Per vertex two bones and their shares. */
  readonly bones: Float32Array<ArrayBuffer>;
  readonly index: Uint16Array<ArrayBuffer>;
  /** Highest point at rest, in tiles. */
  readonly height: number;
}

export interface BakedClip extends ClipFacts {
  readonly seconds: number;
  /** Poses, the last one included; each is `bones × 12` numbers, three rows of a matrix per bone. */
  readonly frames: readonly Float32Array[];
}

/** A skeleton's meshes and clips. */
export interface Figure {
  /** Of the skeleton, as the build calls it; empty for people. */
  readonly name: string;
  readonly boneCount: number;
  readonly meshes: ReadonlyMap<string, FigureMesh>;
  readonly clips: ReadonlyMap<string, BakedClip>;
}

/** Every skeleton of a GLB. Throws on bytes that are no GLB of figures. */
export async function readFigures(bytes: ArrayBuffer): Promise<readonly Figure[]> {
  const glb = await openGlb(bytes);
  return (glb.gltf.skins ?? []).map((skin, number) => {
    const prefix = (skin.name ?? '').replace(/skin$/, '');
    const bones = restingBones(glb, skin.joints);
    const unpacked = inverseOfRoot(glb, skin.inverseBindMatrices);
    const own = (glb.gltf.animations ?? []).filter((animation) =>
      animation.channels.some(({ target }) => skin.joints.includes(target.node ?? -1)),
    );
    const clips = own.map((animation): [string, BakedClip] => [
      (animation.name ?? '').slice(prefix.length),
      bake(glb, animation, skin.joints, bones),
    ]);
    return {
      name: prefix.replace(/:$/, ''),
      boneCount: bones.length,
      meshes: meshesOf(glb, number, unpacked),
      clips: new Map(clips),
    };
  });
}

interface RestingBone {
  readonly parent: number;
  /** From the bone that carries it. */
  readonly offset: Vector3;
  /** In model coordinates. Bones are unrotated at rest. */
  readonly at: Vector3;
}

function restingBones({ gltf }: Glb, joints: readonly number[]): RestingBone[] {
  const bones: RestingBone[] = [];
  for (const joint of joints) {
    const parent = joints.findIndex((other) => gltf.nodes?.[other]?.children?.includes(joint));
    const offset = new Vector3(...(gltf.nodes?.[joint]?.translation ?? [0, 0, 0]));
    bones.push({ parent, offset, at: offset.clone().add(bones[parent]?.at ?? new Vector3()) });
  }
  return bones;
}

/** The root stands unturned at the origin, so its inverse bind matrix only undoes the packing of positions. */
function inverseOfRoot(glb: Glb, accessor: number | undefined): Matrix4 {
  const matrices = glb.read(accessor);
  return matrices === undefined ? new Matrix4() : new Matrix4().fromArray(matrices.array);
}

function meshesOf(glb: Glb, skin: number, unpacked: Matrix4): Map<string, FigureMesh> {
  const meshes = new Map<string, FigureMesh>();
  for (const node of glb.gltf.nodes ?? []) {
    if (node.skin !== skin || node.mesh === undefined || node.name === undefined) continue;
    const mesh = meshOf(glb, node.mesh, unpacked);
    if (mesh !== undefined) meshes.set(node.name, mesh);
  }
  return meshes;
}

function meshOf(glb: Glb, number: number, unpacked: Matrix4): FigureMesh | undefined {
  const primitive = glb.gltf.meshes?.[number]?.primitives[0];
  const read = (name: string) => glb.read(primitive?.attributes[name]);
  const position = read('POSITION')?.array;
  const normal = read('NORMAL')?.array;
  const index = glb.read(primitive?.indices)?.array;
  if (position === undefined || normal === undefined || index === undefined) return undefined;
  const count = position.length / 3;
  const point = new Vector3();
  let height = 0;
  for (let vertex = 0; vertex < count; vertex++) {
    point
      .fromArray(position, vertex * 3)
      .applyMatrix4(unpacked)
      .toArray(position, vertex * 3);
    height = Math.max(height, point.y);
  }
  const joints = read('JOINTS_0')?.array;
  const weights = read('WEIGHTS_0')?.array;
  const bones = new Float32Array(count * 4);
  for (let vertex = 0; vertex < count; vertex++) {
    const shares = [weights?.[vertex * 4] ?? 1, weights?.[vertex * 4 + 1] ?? 0] as const;
    const sum = shares[0] + shares[1] || 1;
    const pair = [joints?.[vertex * 4] ?? 0, joints?.[vertex * 4 + 1] ?? 0] as const;
    bones.set([pair[0], pair[1], shares[0] / sum, shares[1] / sum], vertex * 4);
  }
  return {
    position,
    normal,
    slot: read('_SLOT')?.array ?? new Float32Array(count),
    shade: read('_SHADE')?.array ?? new Float32Array(count).fill(1),
    bones,
    index: Uint16Array.from(index),
    height,
  };
}

/** Keyframes of one bone's turn or place. */
interface Track {
  readonly bone: number;
  readonly isTurn: boolean;
  readonly times: Float32Array;
  readonly values: Float32Array;
}

function bake(glb: Glb, animation: GltfAnimation, joints: readonly number[], bones: readonly RestingBone[]): BakedClip {
  const tracks = animation.channels.flatMap(({ sampler, target }): Track[] => {
    const times = glb.read(animation.samplers[sampler]?.input);
    const values = glb.read(animation.samplers[sampler]?.output);
    if (times === undefined || values === undefined) return [];
    const bone = joints.indexOf(target.node ?? -1);
    return [{ bone, isTurn: target.path === 'rotation', times: times.array, values: values.array }];
  });
  const seconds = tracks.reduce((most, { times }) => Math.max(most, times.at(-1) ?? 0), 0.05);
  const count = Math.max(1, Math.round(seconds * FRAMES_PER_SECOND));
  const frames = Array.from({ length: count + 1 }, (_, frame) => poseAt(tracks, bones, (seconds * frame) / count));
  return { ...factsOf(animation.extras), seconds, frames };
}

function factsOf(extras: Record<string, unknown> | undefined): ClipFacts {
  const { loop, strideTiles, hit } = extras ?? {};
  return { loop: loop === true, strideTiles: Number(strideTiles ?? 0), hit: Number(hit ?? 0) };
}

const ONE = new Vector3(1, 1, 1);
const turn = new Quaternion();
const nextTurn = new Quaternion();
const place = new Vector3();
const nextPlace = new Vector3();

function poseAt(tracks: readonly Track[], bones: readonly RestingBone[], time: number): Float32Array {
  const numbers = new Float32Array(bones.length * 12);
  const posed: Matrix4[] = [];
  bones.forEach(({ parent, offset, at }, bone) => {
    turn.identity();
    place.copy(offset);
    for (const track of tracks) if (track.bone === bone) readTrack(track, time);
    const matrix = new Matrix4().compose(place, turn, ONE);
    const carrier = posed[parent];
    if (carrier !== undefined) matrix.premultiply(carrier);
    posed.push(matrix);
    const e = matrix.elements;
    for (let row = 0; row < 3; row++) {
      const [x = 0, y = 0, z = 0, w = 0] = [e[row], e[4 + row], e[8 + row], e[12 + row]];
      numbers.set([x, y, z, w - x * at.x - y * at.y - z * at.z], bone * 12 + row * 4);
    }
  });
  return numbers;
}

/** Puts a track's value at a time into `turn` or `place`. */
function readTrack({ isTurn, times, values }: Track, time: number): void {
  let key = 0;
  while (key + 2 < times.length && (times[key + 1] ?? 0) <= time) key++;
  const from = times[key] ?? 0;
  const to = times[key + 1] ?? from;
  const share = to > from ? Math.min(1, Math.max(0, (time - from) / (to - from))) : 0;
  const next = times.length > 1 ? key + 1 : key;
  if (isTurn)
    turn
      .fromArray(values, key * 4)
      .normalize()
      .slerp(nextTurn.fromArray(values, next * 4).normalize(), share);
  else place.fromArray(values, key * 3).lerp(nextPlace.fromArray(values, next * 3), share);
}
