import { type Packet, readFrame } from '../protocol/bundle.ts';
import { decodeSteps, expandTick } from '../protocol/steps.ts';
import type { Update, UpdateName, UpdatePayload } from '../protocol/updates.ts';
import type { Tile } from '../space/tile.ts';
import type { Mirror } from './mirror.ts';
import type { OwnReport } from './own-report.ts';

/** What one frame said, once the mirror has taken it in. */
export interface Heard {
  /** Tick of the frame; undefined where it belongs to none. */
  readonly tick: number | undefined;
  /** The own character after that tick; undefined where the frame told nothing of it. */
  readonly report: OwnReport | undefined;
  /** The frame listed the steps of its tick, so that whoever is not in it stood. */
  readonly isWhole: boolean;
  /** Everything was told anew. */
  readonly isSnapshot: boolean;
  readonly energy: UpdatePayload<'runEnergy'> | undefined;
  /** Updates for whoever else listens, in order. */
  readonly updates: readonly Update[];
}

/**
 * Reads one frame from the server into the mirror.
 *
 * @param guess the tick that frames of this moment belong to, for those that do not say
 * @param time the moment being drawn, in ms of the server's clock
 */
export function takeFrame(frame: Uint8Array, mirror: Mirror, guess: number, time: number): Heard {
  const updates = readFrame(frame).map(updateOf);
  const heard: Writable<Heard> = {
    tick: undefined,
    report: undefined,
    isWhole: false,
    isSnapshot: false,
    energy: undefined,
    updates,
  };
  const near = tickInFull(updates) ?? guess;
  for (const update of updates) readTick(update, near, heard);
  const tick = heard.tick ?? guess;
  for (const update of updates) apply(update, mirror, tick, time);
  return heard;
}

/** The tick where a frame says all of it. The first of a connection does, and there is nothing before it to guess from. */
function tickInFull(updates: readonly Update[]): number | undefined {
  for (const update of updates) {
    if (update.name === 'init') return update.payload.worldState.tick;
    if (update.name === 'snapshot') return update.payload.tick;
  }
  return undefined;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What a frame says of its tick and of the own character, which may stand behind what it says of others. */
function readTick(update: Update, near: number, heard: Writable<Heard>): void {
  switch (update.name) {
    case 'snapshot':
      heard.tick = update.payload.tick;
      heard.isSnapshot = true;
      break;
    case 'steps': {
      const steps = decodeSteps(update.payload);
      heard.tick = expandTick(steps.tick16, near);
      heard.isWhole = true;
      heard.report = reportOf(steps.own, heard.tick);
      break;
    }
    case 'ownMoved':
      heard.tick = update.payload.tick;
      heard.report = reportOfPlain(update.payload);
      break;
    case 'runEnergy':
      heard.energy = update.payload;
      break;
  }
}

function apply(update: Update, mirror: Mirror, tick: number, time: number): void {
  switch (update.name) {
    case 'init':
      mirror.ownId = update.payload.playerId;
      break;
    case 'snapshot':
      mirror.snapshot(update.payload.entities, tick, time);
      break;
    case 'entityAdded':
      mirror.add(update.payload, tick, time);
      break;
    case 'entityModified':
      mirror.modify(update.payload, tick, time);
      break;
    case 'entityRemoved':
      mirror.remove(update.payload.id);
      break;
    case 'steps':
      mirror.move(decodeSteps(update.payload).movers, tick, time);
      break;
  }
}

function reportOf(own: ReturnType<typeof decodeSteps>['own'], tick: number): OwnReport | undefined {
  if (own === undefined) return undefined;
  const { seq, taken, at, destinationOffset } = own;
  return {
    tick,
    seq,
    taken,
    ...(at === undefined ? {} : { at }),
    ...(destinationOffset === undefined ? {} : { destination: { offset: destinationOffset } }),
  };
}

function reportOfPlain({ tick, seq, x, z, destination }: UpdatePayload<'ownMoved'>): OwnReport {
  const at: Tile = { x, z };
  return destination === undefined
    ? { tick, seq, at }
    : { tick, seq, at, destination: { tile: { x: destination[0], z: destination[1] } } };
}

/** The server is the one end that is trusted: its packets are taken as the table says they are. */
function updateOf(packet: Packet): Update {
  return { name: packet.name as UpdateName, payload: packet.data } as Update;
}
