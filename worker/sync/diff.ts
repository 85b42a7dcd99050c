import type { EntityModified } from '../../shared/protocol/entity.ts';
import type { Terrain } from '../../shared/space/terrain.ts';
import { headingQuaternion } from '../../shared/space/tile.ts';
import type { Entity } from '../sim/components.ts';
import type { World } from '../sim/world.ts';
import { type PublicView, positionOf, publicView, velocityOf } from './project.ts';

/** One entity this tick: how it looks, and what is different from the tick before. */
export interface Seen {
  readonly entity: Entity;
  readonly view: PublicView;
  /** Was not in this slot the tick before. */
  readonly isNew: boolean;
  /** Took a step or two; both forms of sync say it in their own way. */
  readonly stepped: boolean;
  /** Changes beside its steps; undefined where there are none. */
  readonly changes: EntityModified | undefined;
  /** Changes with its steps spelled out, for the plain form. */
  readonly plainChanges: EntityModified | undefined;
}

/** Looks at every entity once a tick and remembers how it looked. */
export interface Differ {
  /** By slot. */
  last: (PublicView | undefined)[];
}

export function createDiffer(): Differ {
  return { last: [] };
}

/** What each slot holds and how it changed; free slots are undefined. */
export function diff(differ: Differ, world: World, terrain: Terrain): (Seen | undefined)[] {
  const seen = world.slots.map((entity, slot) => {
    const last = differ.last[slot];
    if (entity === null) {
      differ.last[slot] = undefined;
      return undefined;
    }
    const view = publicView(entity);
    differ.last[slot] = view;
    return compare(entity, view, last?.id === entity.id ? last : undefined, terrain);
  });
  differ.last.length = world.slots.length;
  return seen;
}

function compare(entity: Entity, view: PublicView, last: PublicView | undefined, terrain: Terrain): Seen {
  const stepped = view.taken.length > 0 && !view.jumped;
  if (last === undefined) return { entity, view, isNew: true, stepped, changes: undefined, plainChanges: undefined };
  const changes: EntityModified = { i: view.id };
  if (view.hp !== last.hp || view.hpMax !== last.hpMax) changes.h = { current: view.hp, max: view.hpMax };
  if (view.emote !== last.emote) changes.e = view.emote;
  if (view.look !== last.look && view.look !== undefined) changes.l = view.look;
  if (view.level !== last.level) changes.c = view.level;
  if (view.jumped) changes.p = positionOf(view, terrain);
  if (view.heading !== last.heading && !stepped) changes.q = headingQuaternion(view.heading);
  return {
    entity,
    view,
    isNew: false,
    stepped,
    changes: Object.keys(changes).length > 1 ? changes : undefined,
    plainChanges: spellOut(changes, view, last, stepped, terrain),
  };
}

function spellOut(
  changes: EntityModified,
  view: PublicView,
  last: PublicView,
  stepped: boolean,
  terrain: Terrain,
): EntityModified | undefined {
  const plain: EntityModified = { ...changes, id: view.id };
  if (stepped) {
    plain.p = positionOf(view, terrain);
    if (view.heading !== last.heading) plain.q = headingQuaternion(view.heading);
  }
  const [vx, , vz] = velocityOf(view);
  const [lastX, , lastZ] = velocityOf(last);
  if (vx !== lastX || vz !== lastZ) plain.v = [vx, 0, vz];
  return Object.keys(plain).length > 2 ? plain : undefined;
}
