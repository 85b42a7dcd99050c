import type { EntityData, EntityModified, EntityType, Health, Look } from '../protocol/entity.ts';
import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import type { Mover } from '../protocol/steps.ts';
import { neighbour, type Tile, tileAt } from '../space/tile.ts';
import { yawOf } from './angle.ts';
import { type Point, pathOver, standing } from './tick-path.ts';
import { TileInterpolator } from './tile-interpolator.ts';
import { centre } from './track.ts';

const { TICK_DURATION_MS } = NETWORK_CONSTANTS;
/** Tiles that an entity can step in one tick; whatever is further was put there. */
const MAX_STEP_TILES = 2;

/** An entity as the server told of it last. */
export interface MirrorEntity {
  readonly id: string;
  type: EntityType;
  kind: string | undefined;
  name: string | undefined;
  look: Look | undefined;
  /** World coordinates after the newest tick. */
  x: number;
  z: number;
  yaw: number;
  emote: string | undefined;
  health: Health | undefined;
  level: number | undefined;
  occupied: string | undefined;
  stack: number | undefined;
  /** Short id of this connection. */
  short: number | undefined;
  readonly motion: TileInterpolator;
}

/**
 * All that the server has told of the world. It trusts what it is told and is calm about ids that
 * it does not know: a packet may be about something that has just left.
 */
export class Mirror {
  readonly entities = new Map<string, MirrorEntity>();
  ownId = '';
  private readonly byShort = new Map<number, MirrorEntity>();

  get own(): MirrorEntity | undefined {
    return this.entities.get(this.ownId);
  }

  /** Replaces everything. Whoever stays stays in motion. */
  snapshot(all: readonly EntityData[], tick: number, time: number): void {
    const staying = new Map(this.entities);
    this.entities.clear();
    this.byShort.clear();
    for (const data of all) {
      const before = staying.get(data.i);
      if (before === undefined) {
        this.add(data, tick, time);
        continue;
      }
      this.entities.set(data.i, before);
      Object.assign(before, { emote: undefined, occupied: undefined, short: undefined });
      this.modify(data, tick, time);
    }
  }

  /** Something comes into view, possibly in the middle of a step. */
  add(data: EntityData, tick: number, time: number): void {
    const [x, , z] = data.p;
    const yaw = data.q === undefined ? 0 : yawOf(data.q);
    const entity: MirrorEntity = {
      id: data.i,
      type: data.t,
      kind: undefined,
      name: undefined,
      look: undefined,
      x,
      z,
      yaw,
      emote: undefined,
      health: undefined,
      level: undefined,
      occupied: undefined,
      stack: undefined,
      short: undefined,
      motion: new TileInterpolator(x, z, yaw),
    };
    this.remove(data.i);
    this.entities.set(data.i, entity);
    this.assign(entity, data);
    const [vx, , vz] = data.v ?? [0, 0, 0];
    if (vx === 0 && vz === 0) return;
    const start = { x: x - (vx * TICK_DURATION_MS) / 1000, z: z - (vz * TICK_DURATION_MS) / 1000 };
    entity.motion.reseat(start.x, start.z, yaw);
    entity.motion.addSnapshot(pathOver(tick, [start, { x, z }], yaw), time);
  }

  modify(changes: EntityModified, tick: number, time: number): void {
    const entity = this.entities.get(changes.i);
    if (entity === undefined) return;
    this.assign(entity, changes);
    const yaw = changes.q === undefined ? entity.yaw : yawOf(changes.q);
    const [x, , z] = changes.p ?? [entity.x, 0, entity.z];
    const hasMoved = x !== entity.x || z !== entity.z;
    const from = { x: entity.x, z: entity.z };
    const fromYaw = entity.yaw;
    Object.assign(entity, { x, z, yaw });
    if (hasMoved) {
      if (Math.max(Math.abs(x - from.x), Math.abs(z - from.z)) > MAX_STEP_TILES) entity.motion.reseat(x, z, yaw);
      else entity.motion.addSnapshot(pathOver(tick, stepsBetween(from, { x, z }), fromYaw), time);
    } else if (yaw !== fromYaw) {
      entity.motion.addSnapshot(standing(tick, { x, z }, fromYaw, yaw), time);
    }
  }

  remove(id: string): void {
    const entity = this.entities.get(id);
    if (entity === undefined) return;
    this.entities.delete(id);
    this.forgetShort(entity);
  }

  /** Steps of those in view. */
  move(movers: readonly Mover[], tick: number, time: number): void {
    for (const { d, taken } of movers) {
      const entity = this.byShort.get(d);
      if (entity === undefined) continue;
      let tile = tileAt(entity.x, entity.z);
      const points: Point[] = [centre(tile)];
      for (const direction of taken) {
        tile = neighbour(tile, direction);
        points.push(centre(tile));
      }
      const path = pathOver(tick, points, entity.yaw);
      Object.assign(entity, centre(tile), { yaw: path.yaws[path.yaws.length - 1] });
      entity.motion.addSnapshot(path, time);
    }
  }

  /** Where the own character is after a tick; how it got there is its prediction's business. */
  placeOwn(tile: Tile): void {
    const { own } = this;
    if (own !== undefined) Object.assign(own, centre(tile));
  }

  /** Puts everybody where the server has them, without animation. */
  reseat(): void {
    for (const { motion, x, z, yaw } of this.entities.values()) motion.reseat(x, z, yaw);
  }

  clear(): void {
    this.entities.clear();
    this.byShort.clear();
  }

  private assign(entity: MirrorEntity, changes: EntityModified): void {
    if (changes.t !== undefined) entity.type = changes.t;
    if (changes.k !== undefined) entity.kind = changes.k;
    if (changes.n !== undefined) entity.name = changes.n;
    if (changes.l !== undefined) entity.look = changes.l;
    if (changes.e !== undefined) entity.emote = changes.e === '' ? undefined : changes.e;
    if (changes.h !== undefined) entity.health = changes.h;
    if (changes.c !== undefined) entity.level = changes.c;
    if (changes.o !== undefined) entity.occupied = changes.o === '' ? undefined : changes.o;
    if (changes.s !== undefined) entity.stack = changes.s;
    if (changes.d === undefined) return;
    this.forgetShort(entity);
    entity.short = changes.d;
    this.byShort.set(changes.d, entity);
  }

  private forgetShort(entity: MirrorEntity): void {
    const { short } = entity;
    if (short !== undefined && this.byShort.get(short) === entity) this.byShort.delete(short);
  }
}

/** The plain form says where a tick ended: two tiles are two steps, through the tile between where there is one. */
function stepsBetween(from: Point, to: Point): Point[] {
  const dx = to.x - from.x;
  const dz = to.z - from.z;
  if (Math.max(Math.abs(dx), Math.abs(dz)) < MAX_STEP_TILES) return [from, to];
  return [from, { x: from.x + dx - Math.trunc(dx / 2), z: from.z + dz - Math.trunc(dz / 2) }, to];
}
