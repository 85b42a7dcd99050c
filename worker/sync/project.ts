/**
 * What an entity looks like from outside, in three projections: to those around it, to its owner,
 * and to storage. Comparing a projection with the one of the tick before yields every delta, so
 * there is no dirty flag that anybody could forget to set.
 */
import type { EntityData, Look } from '../../shared/protocol/entity.ts';
import { levelForExperience } from '../../shared/rules/experience.ts';
import { heightAt, type Terrain } from '../../shared/space/terrain.ts';
import { type Direction, headingQuaternion, stepVelocity } from '../../shared/space/tile.ts';
import type { BagStack, Entity, PlayerEntity } from '../sim/components.ts';

/** What neighbours see of an entity. Hot fields are numbers and strings, compared one by one; `look` is replaced when it changes. */
export interface PublicView {
  id: string;
  x: number;
  z: number;
  /** Of the last step in a tick of steps, whatever is faced after it: whoever sees steps turns with them, in both forms of sync. */
  heading: Direction;
  /** Steps of the running tick, none to two. */
  taken: readonly Direction[];
  /** Is elsewhere without having stepped there. */
  jumped: boolean;
  hp: number;
  hpMax: number;
  emote: string;
  look: Look | undefined;
  level: number;
}

export function publicView(entity: Entity): PublicView {
  return {
    id: entity.id,
    x: entity.position.x,
    z: entity.position.z,
    heading: headingSeen(entity),
    taken: entity.mobile?.taken ?? [],
    jumped: entity.mobile?.jumped ?? false,
    hp: entity.health?.current ?? 0,
    hpMax: entity.health?.max ?? 0,
    emote: entity.emote?.name ?? '',
    look: entity.look,
    level: entity.level ?? 0,
  };
}

function headingSeen({ position, mobile }: Entity): Direction {
  return mobile?.jumped === true ? position.heading : (mobile?.taken.at(-1) ?? position.heading);
}

/** What only the owner sees of a character. */
export interface PrivateView {
  /** Shown in percent, so that a tick of running is not worth a packet by itself. */
  energyPercent: number;
  energy: number;
  running: boolean;
  skills: Readonly<Record<string, number>>;
  bag: readonly BagStack[];
  coins: number;
  worn: Readonly<Record<string, string>>;
}

const NOTHING: Readonly<Record<string, string>> = {};

export function privateView({ player, look }: PlayerEntity): PrivateView {
  return {
    energyPercent: Math.floor(player.runEnergy / 100),
    energy: player.runEnergy,
    running: player.running,
    skills: player.skills,
    bag: player.bag,
    coins: player.coins,
    worn: look?.worn ?? NOTHING,
  };
}

/** Centre of the entity's tile in world coordinates, on the ground. */
export function positionOf(view: PublicView, terrain: Terrain): [number, number, number] {
  const x = view.x + 0.5;
  const z = view.z + 0.5;
  return [x, Math.round(heightAt(terrain, x, z) * 100) / 100, z];
}

/** Velocity over the running tick, in tiles per second. */
export function velocityOf(view: PublicView): [number, number, number] {
  const last = view.taken.at(-1);
  return last === undefined ? [0, 0, 0] : stepVelocity(last, view.taken.length);
}

/** The whole entity, as a viewer first sees it. */
export function entityData(entity: Entity, view: PublicView, terrain: Terrain, d: number | undefined): EntityData {
  const data: EntityData = {
    i: entity.id,
    t: entity.type,
    n: entity.name,
    p: positionOf(view, terrain),
    q: headingQuaternion(view.heading),
    v: velocityOf(view),
  };
  if (entity.type !== 'player') data.k = entity.kind;
  if (view.hpMax > 0) data.h = { current: view.hp, max: view.hpMax };
  if (view.emote !== '') data.e = view.emote;
  if (view.look !== undefined) data.l = view.look;
  if (view.level > 0) data.c = view.level;
  if (d !== undefined) data.d = d;
  return data;
}

/** Levels of every skill, as the owner is told them. */
export function skillLevels(skills: Readonly<Record<string, number>>) {
  return Object.fromEntries(
    Object.entries(skills).map(([id, xp]) => {
      const level = levelForExperience(xp);
      return [id, { level, xp, current: level }];
    }),
  );
}
