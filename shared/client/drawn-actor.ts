import type { EntityType, Health, Look } from '../protocol/entity.ts';
import type { MirrorEntity } from './mirror.ts';
import type { Pose } from './tick-path.ts';

/** Somebody or something as it is drawn this frame. */
export interface DrawnActor {
  readonly id: string;
  type: EntityType;
  /** Content id; absent for players. */
  kind: string | undefined;
  name: string | undefined;
  look: Look | undefined;
  /** World coordinates. */
  x: number;
  z: number;
  /** Radians; 0 north, growing toward east. */
  yaw: number;
  moving: 'still' | 'walk' | 'run';
  /** Tiles per second. */
  speed: number;
  emote: string | undefined;
  /** What it is busy with: the name of an animation. */
  occupied: string | undefined;
  health: Health | undefined;
  level: number | undefined;
  /** Size of a stack on the ground. */
  stack: number | undefined;
}

const MOVING = ['still', 'walk', 'run'] as const;

export function createDrawnActor(entity: MirrorEntity): DrawnActor {
  const { id, type, kind, name, look, x, z, yaw, emote, occupied, health, level, stack } = entity;
  return { id, type, kind, name, look, x, z, yaw, moving: 'still', speed: 0, emote, occupied, health, level, stack };
}

/** Brings a drawn actor up to date; written in place, because there are hundreds every frame. */
export function draw(actor: DrawnActor, entity: MirrorEntity, pose: Readonly<Pose>): void {
  actor.type = entity.type;
  actor.kind = entity.kind;
  actor.name = entity.name;
  actor.look = entity.look;
  actor.emote = entity.emote;
  actor.occupied = entity.occupied;
  actor.health = entity.health;
  actor.level = entity.level;
  actor.stack = entity.stack;
  actor.x = pose.x;
  actor.z = pose.z;
  actor.yaw = pose.yaw;
  actor.moving = MOVING[Math.min(pose.steps, 2)] ?? 'still';
  actor.speed = pose.speed;
}
