import type { EntityType, Look } from '../../shared/protocol/entity.ts';

/** An animation of a person or creature. A rig that lacks one plays `idle`. */
export type ClipName =
  | 'idle'
  | 'walk'
  | 'run'
  | 'wave'
  | 'nod'
  | 'shake'
  | 'beckon'
  | 'bow'
  | 'cheer'
  | 'dance'
  | 'laugh'
  | 'cry'
  | 'think'
  | 'point'
  | 'sit'
  | 'clap'
  | 'shrug'
  | 'salute'
  | 'attack'
  | 'chop'
  | 'mine'
  | 'fish'
  | 'cook'
  | 'hurt'
  | 'die';

/** Somebody or something to draw: what the frame knows of an entity. Positions are world coordinates. */
export interface Actor {
  readonly id: string;
  readonly type: EntityType;
  /** Content id; absent for players. */
  readonly kind: string | undefined;
  readonly look: Look | undefined;
  /** Drawn position: world x (east) and z (north). The scene finds the ground below it. */
  x: number;
  z: number;
  /** Radians; 0 north, growing toward east. */
  yaw: number;
  clip: ClipName;
  /** Tiles per second, for the stride of walking and running. */
  speed: number;
}

export type QualityName = 'high' | 'medium' | 'low' | 'potato';

/** What a ray from the screen meets first. */
export interface Pick {
  /** Ground under the pointer, world coordinates; absent over the sky. */
  readonly ground: { x: number; z: number } | undefined;
  /** Actors under the pointer, nearest first. */
  readonly actorIds: readonly string[];
}

/** What one frame is drawn from. */
export interface Frame {
  /** Milliseconds since the scene began; animation time, so a fixed clock gives a fixed picture. */
  readonly nowMs: number;
  readonly deltaMs: number;
  readonly actors: Iterable<Actor>;
  /** The actor that the camera follows. */
  readonly ownId: string | undefined;
  /** 0 midnight, 0.5 noon. */
  readonly dayFraction: number;
}

/** What the renderer did in the last frame. */
export interface RenderStats {
  readonly calls: number;
  readonly triangles: number;
  readonly programs: number;
  readonly textures: number;
  readonly geometries: number;
  readonly scriptMs: number;
}

/** Loads one file of the asset manifest by its logical name. */
export type LoadAsset = (name: string) => Promise<ArrayBuffer>;

/** Camera as the input sees it. */
export interface CameraView {
  /** Radians; 0 looks north. */
  readonly yaw: number;
  orbit(yawRadians: number, pitchRadians: number): void;
  /** Positive moves away; in tiles of distance. */
  zoom(tiles: number): void;
  faceNorth(): void;
}

/** The drawn world, as the rest of the client sees it. */
export interface SceneView {
  readonly camera: CameraView;
  /** Loads what the region needs, reporting the share done 0..1; a missing asset becomes a placeholder. */
  load(asset: LoadAsset, onProgress: (share: number) => void): Promise<void>;
  resize(width: number, height: number, pixelRatio: number): void;
  draw(frame: Frame): void;
  pick(clientX: number, clientY: number): Pick;
  /** Screen position in CSS pixels of a point `lift` tiles above the ground; undefined behind the camera. */
  project(x: number, z: number, lift: number): { x: number; y: number } | undefined;
  /** Height of an actor's head above the ground, in tiles: where labels hang. */
  headHeight(actor: Actor): number;
  /** Shows where a click went: walking (yellow) or acting (red). */
  mark(x: number, z: number, kind: 'walk' | 'act'): void;
  setQuality(quality: QualityName): void;
  stats(): RenderStats;
  dispose(): void;
}
