import { readFrame } from '../../shared/protocol/bundle.ts';
import type { EntityData, EntityModified } from '../../shared/protocol/entity.ts';
import { decodeSteps } from '../../shared/protocol/steps.ts';
import type { UpdatePayload } from '../../shared/protocol/updates.ts';
import {
  type Direction,
  headingQuaternion,
  neighbour,
  stepVelocity,
  type Tile,
  tileAt,
} from '../../shared/space/tile.ts';

/** An entity as a client of either form knows it; what was never told is absent. */
export type ReadEntity = Omit<EntityData, 'd'>;

/** A client that only reads: no interpolation, no prediction, as little as makes sense of both forms. */
export interface Reader {
  readonly ownId: string;
  readonly entities: Map<string, ReadEntity>;
  readonly byShort: Map<number, string>;
  /** Names of all packets of the tick that was read last. */
  names: string[];
  /** Where the own character is headed, as told last. */
  destination: Tile | undefined;
  seq: number;
  /** The own body was told of anew in this tick. */
  isOwnNew: boolean;
}

export function createReader(ownId: string): Reader {
  return { ownId, entities: new Map(), byShort: new Map(), names: [], destination: undefined, seq: 0, isOwnNew: false };
}

/** Reads the packets of one tick. Throws where they do not fit what was told before. */
export function readTick(reader: Reader, packets: readonly Uint8Array[], isCompact: boolean): void {
  reader.names = [];
  reader.isOwnNew = false;
  // Steps are told of those who take them; in the compact form, whoever is not mentioned stands.
  if (isCompact) for (const entity of reader.entities.values()) entity.v = [0, 0, 0];
  for (const packet of packets) {
    for (const { name, data } of readFrame(packet)) {
      reader.names.push(name);
      // Both ends are this program, and the names are the table's: the payload is what was written.
      apply(reader, name, data as never);
    }
  }
}

function apply(reader: Reader, name: string, data: never): void {
  if (name === 'snapshot') takeSnapshot(reader, data);
  if (name === 'entityAdded') add(reader, data);
  if (name === 'entityModified') modify(reader, data);
  if (name === 'entityRemoved') remove(reader, data);
  if (name === 'steps') step(reader, data);
  if (name === 'ownMoved') ownMoved(reader, data);
}

function takeSnapshot(reader: Reader, { entities }: UpdatePayload<'snapshot'>): void {
  reader.entities.clear();
  reader.byShort.clear();
  for (const data of entities) add(reader, data);
}

function add(reader: Reader, { d, ...data }: EntityData): void {
  if (reader.entities.has(data.i)) throw new Error(`${data.i} was added twice`);
  reader.entities.set(data.i, data);
  if (data.i === reader.ownId) reader.isOwnNew = true;
  if (d === undefined) return;
  if (reader.byShort.has(d)) throw new Error(`short id ${d} was given twice`);
  reader.byShort.set(d, data.i);
}

function modify(reader: Reader, { id, d: _d, i, ...changes }: EntityModified): void {
  const entity = known(reader, i);
  if (id !== undefined && id !== i) throw new Error(`${i} is also called ${id}`);
  Object.assign(entity, changes);
  if (entity.e === '') delete entity.e;
}

function remove(reader: Reader, { id }: UpdatePayload<'entityRemoved'>): void {
  known(reader, id);
  reader.entities.delete(id);
  for (const [short, held] of reader.byShort) if (held === id) reader.byShort.delete(short);
}

function step(reader: Reader, bytes: Uint8Array): void {
  const { movers, own } = decodeSteps(bytes);
  for (const { d, taken } of movers) walk(known(reader, reader.byShort.get(d) ?? `short id ${d}`), taken);
  if (own === undefined) return;
  const body = known(reader, reader.ownId);
  // A body that has just been told of is told of as it is after its steps.
  if (!reader.isOwnNew) walk(body, own.taken);
  const here = tileAt(body.p[0], body.p[2]);
  if (own.at !== undefined && (own.at.x !== here.x || own.at.z !== here.z)) {
    throw new Error(`the own tile is said to be ${own.at.x},${own.at.z} and follows as ${here.x},${here.z}`);
  }
  const offset = own.destinationOffset;
  reader.destination = offset === undefined ? undefined : { x: here.x + offset.x, z: here.z + offset.z };
  reader.seq = own.seq;
}

function ownMoved(reader: Reader, { seq, x, z, destination }: UpdatePayload<'ownMoved'>): void {
  const [px, , pz] = known(reader, reader.ownId).p;
  if (px !== x + 0.5 || pz !== z + 0.5) throw new Error(`the own tile is said to be ${x},${z} and is at ${px},${pz}`);
  reader.destination = destination === undefined ? undefined : { x: destination[0], z: destination[1] };
  reader.seq = seq;
}

function walk(entity: ReadEntity, taken: readonly Direction[]): void {
  const last = taken.at(-1);
  if (last === undefined) return;
  let tile = tileAt(entity.p[0], entity.p[2]);
  for (const direction of taken) tile = neighbour(tile, direction);
  entity.p = [tile.x + 0.5, entity.p[1], tile.z + 0.5];
  entity.q = headingQuaternion(last);
  entity.v = stepVelocity(last, taken.length);
}

function known(reader: Reader, id: string): ReadEntity {
  const entity = reader.entities.get(id);
  if (entity === undefined) throw new Error(`${id} was never told of`);
  return entity;
}
