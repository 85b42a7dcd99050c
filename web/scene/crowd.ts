/**
 * People and creatures, hundreds of them in a few calls: every mesh of every figure is drawn once,
 * instanced, for all who show it. A vertex finds its actor's place and two poses in a small texture,
 * the poses' bone matrices in a baked one, its colour in a third; per frame only the small texture
 * is sent, and the lists of who shows what when they change.
 */
import { Group } from 'three';
import { WORN_SLOTS } from '../../shared/content/looks.ts';
import type { ActorDrawing, ActorFrame } from './actor-drawing.ts';
import { AIR } from './air.ts';
import { createCapsules } from './capsules.ts';
import { flipZ, turnOfYaw } from './coordinates.ts';
import { type Appearance, appearanceOf } from './crowd-looks.ts';
import {
  ACTOR_TEXELS,
  actorTexture,
  type CrowdTextures,
  createCrowdDepthMaterial,
  createCrowdMaterial,
  paletteTexture,
  poseTexture,
} from './crowd-material.ts';
import { advance, type ClipSet, createMotion, type Motion, type PlacedClip, writePose } from './crowd-motion.ts';
import { type CrowdPart, createPart } from './crowd-part.ts';
import { writePaletteRow } from './figure-colours.ts';
import {
  FIGURE_LEVELS,
  FIRST_WORN_COLUMN,
  type FigureLevel,
  ITEM_COLOURS,
  PALETTE_COLUMNS,
  PALETTE_SLOTS,
} from './figure-format.ts';
import type { Figure } from './figure-models.ts';
import type { Actor, QualityName } from './view.ts';
import { WORN_MESHES } from './worn-pieces.ts';

/** Actors that can be drawn at once. */
const CAPACITY = 320;
/** Numbers of an actor's row. */
const FLOATS = ACTOR_TEXELS * 4;

interface Reach {
  /** Tiles from the focus up to which figures are drawn in full, and how many at most. */
  readonly near: number;
  readonly nearMost: number;
  readonly sight: number;
}

const REACHES: Readonly<Record<QualityName, Reach>> = {
  high: { near: 18, nearMost: 40, sight: 84 },
  medium: { near: 13, nearMost: 24, sight: 68 },
  low: { near: 8, nearMost: 12, sight: 52 },
  potato: { near: 0, nearMost: 0, sight: 26 },
};

export interface CrowdStats {
  readonly actors: number;
  readonly near: number;
  readonly far: number;
  /** Triangles and calls without shadows. */
  readonly triangles: number;
  readonly calls: number;
}

/** The drawn people and creatures. */
export interface Crowd extends ActorDrawing {
  setQuality(quality: QualityName): void;
  stats(): CrowdStats;
}

/** An actor that is drawn. */
interface Member {
  readonly slot: number;
  appearance: Appearance;
  look: Actor['look'];
  clip: Actor['clip'];
  clips: ClipSet;
  /** Parts by level; the far body casts the shadow of the near one. */
  parts: Readonly<Record<FigureLevel, readonly CrowdPart[]>>;
  readonly motion: Motion;
  actor: Actor;
  distance: number;
  seen: number;
}

/** Draws actors out of figures. Those without one are shown as capsules. */
export function createCrowd(figures: readonly Figure[], quality: QualityName): Crowd {
  return new DrawnCrowd(figures, quality);
}

/** A class for its lifetime: it owns what the graphics card holds. */
class DrawnCrowd implements Crowd {
  readonly object = new Group();
  readonly #members = new Map<string, Member>();
  readonly #free = Array.from({ length: CAPACITY }, (_, at) => CAPACITY - 1 - at);
  readonly #rows = new Float32Array(CAPACITY * FLOATS);
  readonly #colours = new Uint8Array(CAPACITY * PALETTE_COLUMNS * 4);
  readonly #textures: CrowdTextures;
  readonly #material: ReturnType<typeof createCrowdMaterial>;
  readonly #depthMaterial: ReturnType<typeof createCrowdDepthMaterial>;
  readonly #parts = new Map<string, CrowdPart>();
  readonly #clips: ReadonlyMap<string, ReadonlyMap<string, PlacedClip>>;
  readonly #clipSets = new Map<string, ClipSet>();
  readonly #others = createCapsules();
  #quality: QualityName;
  #frame = 0;
  #stats: CrowdStats = { actors: 0, near: 0, far: 0, triangles: 0, calls: 0 };

  constructor(figures: readonly Figure[], quality: QualityName) {
    this.#quality = quality;
    const { poses, clips } = placePoses(figures);
    this.#clips = clips;
    this.#textures = {
      bones: poseTexture(poses, Math.max(1, ...figures.map(({ boneCount }) => boneCount))),
      actors: actorTexture(this.#rows),
      palette: paletteTexture(this.#colours),
    };
    this.#material = createCrowdMaterial(this.#textures);
    this.#depthMaterial = createCrowdDepthMaterial(this.#textures);
    for (const figure of figures) this.#addParts(figure);
    this.object.add(this.#others.object);
  }

  update(frame: ActorFrame): void {
    this.#frame++;
    const others: Actor[] = [];
    const shown: Member[] = [];
    for (const actor of frame.actors) {
      const member = this.#memberOf(actor);
      if (member === undefined) others.push(actor);
      else shown.push(member);
    }
    this.#letGo();
    for (const part of this.#parts.values()) part.clear();
    for (const member of shown) this.#place(member, frame);
    this.#show(shown);
    for (const part of this.#parts.values()) part.close();
    this.#textures.actors.needsUpdate = true;
    this.#others.update({ ...frame, actors: others });
    this.#others.object.visible = others.length > 0;
  }

  headHeight(actor: Actor): number {
    const member = this.#members.get(actor.id);
    if (member === undefined) return this.#others.headHeight(actor);
    const tallest = member.parts.near.reduce((most, part) => Math.max(most, part.height), 0);
    return tallest * member.appearance.scale;
  }

  setQuality(quality: QualityName): void {
    this.#quality = quality;
  }

  stats(): CrowdStats {
    return this.#stats;
  }

  dispose(): void {
    for (const part of this.#parts.values()) part.mesh.geometry.dispose();
    for (const texture of [this.#textures.bones, this.#textures.actors, this.#textures.palette]) texture.dispose();
    this.#material.dispose();
    this.#depthMaterial.dispose();
    this.#others.dispose();
  }

  #addParts(figure: Figure): void {
    for (const [name, mesh] of figure.meshes) {
      const isBody = /\.(near|far|plain)$/.test(name);
      const part = createPart(mesh, {
        material: this.#material,
        depthMaterial: this.#depthMaterial,
        capacity: CAPACITY,
        castsShadow: isBody ? name.endsWith('.far') : !name.startsWith('hair-') && name !== 'beard',
        itemColumns: { firstItemSlot: PALETTE_SLOTS.indexOf('itemA'), shift: itemShift(name) },
      });
      this.#parts.set(`${figure.name}/${name}`, part);
      this.object.add(part.mesh);
    }
  }

  /** The member that stands for an actor, made or dressed anew where needed. */
  #memberOf(actor: Actor): Member | undefined {
    const known = this.#members.get(actor.id);
    if (known !== undefined && known.look === actor.look && known.clip === actor.clip) {
      known.actor = actor;
      known.seen = this.#frame;
      return known;
    }
    const appearance = appearanceOf(actor);
    const parts = appearance === undefined ? undefined : this.#partsOf(appearance);
    if (appearance === undefined || parts === undefined) return undefined;
    const slot = known?.slot ?? this.#free.pop();
    if (slot === undefined) return undefined;
    const clips = this.#clipsOf(appearance);
    const motion = known?.motion ?? createMotion((slot * 0.381966) % 1);
    const member: Member = {
      slot,
      appearance,
      look: actor.look,
      clip: actor.clip,
      clips,
      parts,
      motion,
      actor,
      distance: 0,
      seen: this.#frame,
    };
    writePaletteRow(this.#colours, slot, appearance.colours, appearance.worn);
    this.#textures.palette.needsUpdate = true;
    this.#members.set(actor.id, member);
    return member;
  }

  #partsOf(appearance: Appearance): Member['parts'] | undefined {
    const of = (level: FigureLevel) =>
      appearance.meshes(level).flatMap((name) => this.#parts.get(`${appearance.figure}/${name}`) ?? []);
    const [near, far, plain] = FIGURE_LEVELS.map(of);
    if (near?.length === 0 || near === undefined || far === undefined || plain === undefined) return undefined;
    return { near, far, plain };
  }

  /** A skeleton's clips as a figure plays them: its own way where it has one. */
  #clipsOf({ figure, clipPrefix }: Appearance): ClipSet {
    const key = `${figure}/${clipPrefix}`;
    const known = this.#clipSets.get(key);
    if (known !== undefined) return known;
    const all = this.#clips.get(figure) ?? new Map<string, PlacedClip>();
    const set = new Map([...all].map(([name, clip]) => [name, all.get(clipPrefix + name) ?? clip]));
    this.#clipSets.set(key, set);
    return set;
  }

  #letGo(): void {
    for (const [id, member] of this.#members) {
      if (member.seen === this.#frame) continue;
      this.#members.delete(id);
      this.#free.push(member.slot);
    }
  }

  #place(member: Member, { deltaMs, heightAt }: ActorFrame): void {
    const { actor, motion, appearance, slot } = member;
    advance(motion, member.clips, actor.clip, actor.speed, appearance.scale, deltaMs);
    const at = slot * FLOATS;
    const rows = this.#rows;
    const z = flipZ(actor.z);
    rows[at] = actor.x;
    rows[at + 1] = heightAt(actor.x, actor.z);
    rows[at + 2] = z;
    rows[at + 3] = turnOfYaw(actor.yaw);
    writePose(rows, at + 4, motion.playing, motion.phase);
    rows[at + 7] = appearance.scale;
    writePose(rows, at + 8, motion.before, motion.beforePhase);
    rows[at + 11] = motion.fade;
    const focus = AIR.uFocus.value;
    member.distance = Math.hypot(actor.x - focus.x, z - focus.z);
  }

  #show(shown: Member[]): void {
    const reach = REACHES[this.#quality];
    const isPlain = this.#quality === 'potato';
    shown.sort((a, b) => a.distance - b.distance || a.slot - b.slot);
    let near = 0;
    let far = 0;
    for (const { parts, distance, slot } of shown) {
      if (distance > reach.sight) break;
      const isNear = !isPlain && distance < reach.near && near < reach.nearMost;
      if (isNear) near++;
      else far++;
      for (const part of isPlain ? parts.plain : isNear ? parts.near : parts.far) part.show(slot);
      if (isNear) parts.far[0]?.shade(slot);
    }
    this.#stats = { actors: shown.length, near, far, ...this.#drawn() };
  }

  #drawn(): { triangles: number; calls: number } {
    let triangles = 0;
    let calls = 0;
    for (const part of this.#parts.values()) {
      const count = part.shown;
      triangles += part.triangles * count;
      calls += Number(count > 0);
    }
    return { triangles, calls };
  }
}

/** Puts all poses of all figures below each other. */
function placePoses(figures: readonly Figure[]): {
  poses: Float32Array[];
  clips: Map<string, Map<string, PlacedClip>>;
} {
  const poses: Float32Array[] = [];
  const clips = new Map<string, Map<string, PlacedClip>>();
  for (const figure of figures) {
    const placed = new Map<string, PlacedClip>();
    for (const [name, clip] of figure.clips) {
      placed.set(name, { ...clip, row: poses.length });
      poses.push(...clip.frames);
    }
    clips.set(figure.name, placed);
  }
  return { poses, clips };
}

/** How far the item slots of a worn mesh lie from the columns of the slot in which it is worn. */
function itemShift(mesh: string): number {
  const slot = WORN_MESHES[mesh];
  if (slot === undefined) return 0;
  return FIRST_WORN_COLUMN + WORN_SLOTS.indexOf(slot) * ITEM_COLOURS - PALETTE_SLOTS.indexOf('itemA');
}
