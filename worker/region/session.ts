import { decodeRequest, requestNameOf } from '../../shared/protocol/boundary.ts';
import { writeBundle } from '../../shared/protocol/bundle.ts';
import { CLOSE_CODES, type CloseReason } from '../../shared/protocol/close-codes.ts';
import {
  MAX_STRIKES,
  MAX_WAITING_MOVES,
  MAX_WAITING_REQUESTS,
  REQUESTS_PER_TICK,
  STRIKE_WINDOW_MS,
} from '../../shared/protocol/limits.ts';
import { writePacket } from '../../shared/protocol/packets.ts';
import type { RequestPayload } from '../../shared/protocol/requests.ts';
import type { WorldRequest } from '../sim/command.ts';
import { createViewer, type SyncForm, type Viewer } from '../sync/viewer.ts';
import type { RequestLimits } from './limits.ts';

/** What a socket is to the region, kept with the socket while the object sleeps. Small: the platform stores it per socket. */
export interface Attachment {
  readonly character: string;
  readonly epoch: number;
  readonly generation: number;
  readonly form: SyncForm;
}

/** What the region must do about a frame, beside what the session did itself. */
export type Inbound =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'ping'; readonly payload: RequestPayload<'ping'> }
  | { readonly kind: 'close'; readonly reason: CloseReason; readonly text: string };

/** Bytes in flight beyond which deltas are withheld from a client that acknowledges. */
export const MAX_IN_FLIGHT_BYTES = 16 * 1024;
/** Bytes since a plain client last said anything; it has no acknowledgement. */
export const MAX_UNHEARD_BYTES = 1024 * 1024;
/** How long deltas are withheld before the connection ends. */
export const WITHHELD_MS = 10_000;

/** One connection of one character. */
export class Session {
  readonly socket: WebSocket;
  readonly attachment: Attachment;
  readonly viewer: Viewer;
  /** Packets for the slot between ticks. */
  pending: Uint8Array[] = [];
  closed = false;
  /** Bytes handed to the socket, ever. */
  bytesSent = 0;
  framesSent = 0;
  private waiting: WorldRequest[] = [];
  private strikes: number[] = [];
  private inFlight: { tick: number; bytes: number }[] = [];
  private inFlightBytes = 0;
  private unheardBytes = 0;
  private withheldSince: number | undefined;

  constructor(socket: WebSocket, attachment: Attachment) {
    this.socket = socket;
    this.attachment = attachment;
    this.viewer = createViewer(attachment.character, attachment.form);
  }

  /** Takes one frame in. Nothing here touches the world: requests wait for the tick. */
  receive(frame: ArrayBuffer | string, limits: RequestLimits, now: number): Inbound {
    this.unheardBytes = 0;
    if (typeof frame === 'string') return this.strike(now);
    const bytes = new Uint8Array(frame);
    const name = requestNameOf(bytes);
    if (name === undefined) return this.strike(now);
    const verdict = limits.check(name, this.attachment.character, now);
    if (verdict === 'flood') return { kind: 'close', reason: 'flooding', text: 'too many requests' };
    if (verdict === 'over') return { kind: 'nothing' };
    const decoded = decodeRequest(bytes);
    if (!decoded.ok) return this.strike(now);
    const { request } = decoded;
    if (request.name === 'ping') return { kind: 'ping', payload: request.payload };
    if (request.name === 'acknowledge') this.acknowledge(request.payload.tick);
    else this.wait(request);
    return { kind: 'nothing' };
  }

  /** The requests that this tick obeys: every move, and five others, in the order in which they came. */
  takeRequests(): WorldRequest[] {
    let others = 0;
    const stop = this.waiting.findIndex((request) => request.name !== 'moveRequest' && ++others > REQUESTS_PER_TICK);
    const taken = this.waiting.slice(0, stop < 0 ? undefined : stop);
    this.waiting = stop < 0 ? [] : this.waiting.slice(stop);
    return taken;
  }

  /** Whether this client gets the coming tick, or has too much unread already. */
  isReading(): boolean {
    return !this.closed && this.withheldSince === undefined;
  }

  /** Why the connection must end for not reading; undefined where it need not. */
  overdue(now: number): string | undefined {
    if (this.withheldSince !== undefined && now - this.withheldSince > WITHHELD_MS) return 'not reading';
    if (this.attachment.form === 'plain' && this.unheardBytes > MAX_UNHEARD_BYTES) return 'not heard of';
    return undefined;
  }

  /** Sends the packets of one flush: one frame, or in the plain form one a packet. Nothing where there are none. */
  send(packets: readonly Uint8Array[], tick: number, now: number): void {
    const [only] = packets;
    if (this.closed || only === undefined) return;
    if (this.attachment.form === 'plain') {
      for (const packet of packets) this.transmit(packet);
      return;
    }
    const frame = packets.length === 1 ? only : writeBundle(packets);
    this.transmit(frame);
    this.inFlight.push({ tick, bytes: frame.byteLength });
    this.inFlightBytes += frame.byteLength;
    if (this.inFlightBytes > MAX_IN_FLIGHT_BYTES) this.withheldSince ??= now;
  }

  /** Forgives what is in flight, for a snapshot: it may be large, and is not the client's fault. */
  forgive(): void {
    this.inFlight = [];
    this.inFlightBytes = 0;
    this.withheldSince = undefined;
  }

  close(reason: CloseReason, text: string): void {
    if (this.closed) return;
    this.closed = true;
    try {
      this.socket.close(CLOSE_CODES[reason], text);
    } catch {
      // The peer was faster: a socket that is closed already is what was wanted.
      this.pending = [];
    }
  }

  private transmit(frame: Uint8Array): void {
    this.bytesSent += frame.byteLength;
    this.unheardBytes += frame.byteLength;
    this.framesSent++;
    try {
      this.socket.send(frame);
    } catch {
      // A broken link is reported by its own event, which lets the character go; until then it is only silent.
      this.closed = true;
    }
  }

  private wait(request: WorldRequest): void {
    if (request.name === 'moveRequest') {
      const moves = this.waiting.filter((waiting) => waiting.name === 'moveRequest');
      const last = moves.at(-1);
      if (moves.length >= MAX_WAITING_MOVES && last !== undefined)
        this.waiting.splice(this.waiting.lastIndexOf(last), 1);
      this.waiting.push(request);
      return;
    }
    const others = this.waiting.filter((waiting) => waiting.name !== 'moveRequest').length;
    if (others < MAX_WAITING_REQUESTS) {
      this.waiting.push(request);
      return;
    }
    this.pending.push(writePacket('gameMessage', { text: 'One thing at a time.', request: request.name }));
  }

  private acknowledge(tick: number): void {
    this.inFlight = this.inFlight.filter((frame) => frame.tick > tick);
    this.inFlightBytes = this.inFlight.reduce((sum, frame) => sum + frame.bytes, 0);
    if (this.withheldSince === undefined || this.inFlightBytes > MAX_IN_FLIGHT_BYTES) return;
    this.withheldSince = undefined;
    this.viewer.needsSnapshot = true;
  }

  private strike(now: number): Inbound {
    this.strikes = this.strikes.filter((at) => now - at < STRIKE_WINDOW_MS);
    this.strikes.push(now);
    if (this.strikes.length < MAX_STRIKES) return { kind: 'nothing' };
    return { kind: 'close', reason: 'malformed', text: 'malformed packets' };
  }
}
