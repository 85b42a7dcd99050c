import { writeBinPacket } from '../../shared/protocol/bundle.ts';
import { writePacket } from '../../shared/protocol/packets.ts';
import { encodeSteps, type Mover, type OwnSteps } from '../../shared/protocol/steps.ts';
import { destinationOf } from '../../shared/space/walk.ts';
import type { PlayerEntity } from '../sim/components.ts';
import type { Fact } from '../sim/fact.ts';
import type { Rules } from '../sim/rules.ts';
import { playerById, type World } from '../sim/world.ts';
import { createDiffer, type Differ, diff, type Seen } from './diff.ts';
import { bridge, type Delivery } from './event-bridge.ts';
import { type ChunkIndex, indexChunks, slotsEntering, staysInView } from './interest.ts';
import { ownerPackets } from './owner.ts';
import { entityData } from './project.ts';
import { forget, forgetAll, type Known, learn, type Viewer } from './viewer.ts';

/** Turns what a region is into what each viewer is told. */
export interface Observer {
  readonly differ: Differ;
  /** The tick looked at last: nothing changes between ticks, so whoever comes now sees the same. */
  look: Look | undefined;
}

export function createObserver(): Observer {
  return { differ: createDiffer(), look: undefined };
}

/** One tick as seen from outside, computed once for all viewers. */
interface Look {
  readonly world: World;
  readonly rules: Rules;
  readonly seen: readonly (Seen | undefined)[];
  readonly chunks: ChunkIndex;
  /** Encoded changes by slot, made when the first viewer needs them. */
  readonly encoded: Map<number, Uint8Array>;
  readonly encodedPlain: Map<number, Uint8Array>;
}

/**
 * The packets of one tick for each viewer, in the order in which they must be read: what left,
 * what came, what changed, the steps, then what happened. Viewers for whom nothing changed get an
 * empty list.
 */
export function observe(
  observer: Observer,
  world: World,
  rules: Rules,
  facts: readonly Fact[],
  viewers: readonly Viewer[],
): Map<Viewer, Uint8Array[]> {
  const seen = diff(observer.differ, world, rules.terrain);
  const look: Look = {
    world,
    rules,
    seen,
    chunks: indexChunks(seen),
    encoded: new Map(),
    encodedPlain: new Map(),
  };
  observer.look = look;
  const packets = new Map<Viewer, Uint8Array[]>();
  for (const viewer of viewers) {
    const own = playerById(world, viewer.id);
    packets.set(viewer, own === undefined ? [] : watch(look, viewer, own));
  }
  deliver(facts.flatMap(bridge), world, packets);
  return packets;
}

/** A snapshot for a viewer that came between ticks; nothing where no tick was looked at yet, or its body came later. */
export function greet({ look }: Observer, viewer: Viewer, own: PlayerEntity): Uint8Array[] {
  if (look?.seen[own.slot]?.entity !== own) return [];
  return snapshotPackets(look, viewer, own);
}

function watch(look: Look, viewer: Viewer, own: PlayerEntity): Uint8Array[] {
  if (viewer.needsSnapshot) return snapshotPackets(look, viewer, own);
  const packets: Uint8Array[] = [];
  const { x, z } = own.position;
  for (const [slot, known] of viewer.known) {
    const item = look.seen[slot];
    if (item?.entity.id === known.id && (item.entity === own || staysInView(item, x, z))) continue;
    packets.push(writePacket('entityRemoved', { id: known.id }));
    forget(viewer, slot);
  }
  const entered = new Set<number>();
  for (const slot of slotsEntering(look.chunks, look.seen, x, z)) {
    const item = look.seen[slot];
    if (item === undefined || viewer.known.has(slot)) continue;
    const known = learn(viewer, slot, item.entity.id);
    packets.push(writePacket('entityAdded', dataFor(look, viewer, item, known)));
    entered.add(slot);
  }
  const movers: Mover[] = [];
  for (const [slot, known] of viewer.known) {
    const item = look.seen[slot];
    if (item === undefined || entered.has(slot)) continue;
    if (viewer.form === 'plain') pushPlain(look, slot, item, packets);
    else pushCompact(look, slot, item, known, own, packets, movers);
  }
  const steps = ownSteps(viewer, own);
  if (viewer.form === 'compact' && (movers.length > 0 || steps !== undefined)) {
    packets.push(stepsPacket(look.world.tick, movers, steps));
  }
  if (viewer.form === 'plain' && steps !== undefined && own.player.moveSeq > 0) {
    packets.push(ownMovedPacket(look.world.tick, steps));
  }
  packets.push(...ownerPackets(viewer, own));
  return packets;
}

/** Everything in view at once, and everything of the owner: the start, and the cure after a gap. */
function snapshotPackets(look: Look, viewer: Viewer, own: PlayerEntity): Uint8Array[] {
  forgetAll(viewer);
  viewer.needsSnapshot = false;
  const slots = new Set([own.slot, ...slotsEntering(look.chunks, look.seen, own.position.x, own.position.z)]);
  const entities = [...slots].flatMap((slot) => {
    const item = look.seen[slot];
    return item === undefined ? [] : [dataFor(look, viewer, item, learn(viewer, slot, item.entity.id))];
  });
  const packets: Uint8Array[] = [writePacket('snapshot', { entities, tick: look.world.tick })];
  packets.push(...ownerPackets(viewer, own));
  const steps = ownSteps(viewer, own, true);
  if (steps !== undefined && viewer.form === 'compact') packets.push(stepsPacket(look.world.tick, [], steps));
  if (steps !== undefined && viewer.form === 'plain' && own.player.moveSeq > 0) {
    packets.push(ownMovedPacket(look.world.tick, steps));
  }
  return packets;
}

function dataFor(look: Look, viewer: Viewer, item: Seen, known: Known) {
  return entityData(item.entity, item.view, look.rules.terrain, viewer.form === 'compact' ? known.d : undefined);
}

function pushPlain(look: Look, slot: number, item: Seen, packets: Uint8Array[]): void {
  if (item.plainChanges === undefined) return;
  packets.push(once(look.encodedPlain, slot, () => writePacket('entityModified', item.plainChanges)));
}

function pushCompact(
  look: Look,
  slot: number,
  item: Seen,
  known: Known,
  own: PlayerEntity,
  packets: Uint8Array[],
  movers: Mover[],
): void {
  if (item.changes !== undefined) {
    packets.push(once(look.encoded, slot, () => writePacket('entityModified', item.changes)));
  }
  if (item.stepped && item.entity !== own) movers.push({ d: known.d, taken: item.view.taken });
}

function once(cache: Map<number, Uint8Array>, slot: number, encode: () => Uint8Array): Uint8Array {
  const cached = cache.get(slot);
  if (cached !== undefined) return cached;
  const packet = encode();
  cache.set(slot, packet);
  return packet;
}

/** Ticks between two repetitions of the own tile, which follows from the steps anyway. */
const TILE_REPEAT_TICKS = 16;

/**
 * The anchor of the owner's prediction: what it must know whenever it moved, a move was applied, or
 * it is headed elsewhere than before. `whole` forces it, tile included.
 */
function ownSteps(viewer: Viewer, own: PlayerEntity, whole = false): OwnSteps | undefined {
  const { player, mobile, position } = own;
  const destination =
    mobile.route.length > 0 ? destinationOf({ x: position.x, z: position.z, route: mobile.route }) : undefined;
  const headed = destination === undefined ? '' : `${destination.x},${destination.z}`;
  const told = whole || player.moveApplied || mobile.taken.length > 0 || mobile.jumped || headed !== viewer.destination;
  const redirected = whole || player.moveApplied || headed !== viewer.destination;
  viewer.destination = headed;
  if (!told) return undefined;
  const tile = { x: position.x, z: position.z };
  const repeats = redirected || mobile.jumped || (position.x + position.z) % TILE_REPEAT_TICKS === 0;
  return {
    seq: player.moveSeq,
    taken: mobile.taken,
    tile,
    ...(repeats ? { at: tile } : {}),
    ...(destination === undefined ? {} : { destination }),
  };
}

function stepsPacket(tick: number, movers: Mover[], own: OwnSteps | undefined): Uint8Array {
  movers.sort((a, b) => a.d - b.d);
  return writeBinPacket('steps', encodeSteps(own === undefined ? { tick, movers } : { tick, movers, own }));
}

function ownMovedPacket(tick: number, { seq, tile, destination }: OwnSteps): Uint8Array {
  const moved = { tick, seq, x: tile.x, z: tile.z };
  return writePacket(
    'ownMoved',
    destination === undefined ? moved : { ...moved, destination: [destination.x, destination.z] },
  );
}

function deliver(deliveries: readonly Delivery[], world: World, packets: Map<Viewer, Uint8Array[]>): void {
  for (const { audience, update } of deliveries) {
    const packet = writePacket(update.name, update.payload);
    const slot = world.index[audience.id];
    for (const [viewer, list] of packets) {
      const isOwner = viewer.id === audience.id;
      const sees = slot !== undefined && viewer.known.get(slot)?.id === audience.id;
      if (isOwner || (audience.to === 'viewers' && sees)) list.push(packet);
    }
  }
}
