import type { CloseReason } from '../protocol/close-codes.ts';
import { SUBPROTOCOL, TICKET_SUBPROTOCOL_PREFIX } from '../protocol/fingerprint.ts';
import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import { reconnectDelayMs } from './backoff.ts';
import { closePolicy, closeReason } from './close-policy.ts';
import type { ConnectionState } from './connection-state.ts';
import { Heartbeat } from './heartbeat.ts';
import { type Cancel, type ClientPorts, type SocketPort, type Ticket, TicketRefused } from './ports.ts';

const { CONNECTION_TIMEOUT_MS, MAX_RECONNECT_DELAY_MS } = NETWORK_CONSTANTS;

/** Close code that the client sends when it hears nothing: 3000 to 3999 are free for applications. */
const CLOSE_SILENT = 3000;
const CLOSE_NORMAL = 1000;
/** A connection that lasted this long starts the waits over. */
const STABLE_MS = 10_000;

/** What a connection tells its owner. */
export interface ConnectionEvents {
  state(state: ConnectionState): void;
  /** A binary frame came. */
  frame(bytes: Uint8Array): void;
  /** Measure the round trip now. */
  ping(): void;
  /** The socket is gone; whatever was on its way is lost. */
  lost(): void;
  /** The server closed for a reason of the protocol. */
  closed(reason: CloseReason): void;
}

/**
 * One player's line to the world: connects with a fresh ticket, notices silence, and comes back
 * after losses, or does not, as the close code says.
 */
export class Connection {
  private readonly ports: ClientPorts;
  private readonly events: ConnectionEvents;
  private readonly heartbeat: Heartbeat;
  private current: ConnectionState = { kind: 'offline' };
  private socket: SocketPort | undefined = undefined;
  /** Counts attempts, so that what belongs to an earlier one is recognised and ignored. */
  private generation = 0;
  private attempt = 0;
  private onlineAt = Number.POSITIVE_INFINITY;
  private renewed = false;
  private nextTicket: Ticket | undefined = undefined;
  /** Runs while a retry is waited for. */
  private retryTimer: Cancel | undefined = undefined;
  /** Runs while an attempt is under way. */
  private deadline: Cancel | undefined = undefined;

  constructor(ports: ClientPorts, events: ConnectionEvents) {
    this.ports = ports;
    this.events = events;
    this.heartbeat = new Heartbeat(ports, {
      ping: () => this.events.ping(),
      probe: () => this.socket?.send('ping'),
      lagging: () => this.lag(),
      silent: () => this.retry(),
    });
  }

  get state(): ConnectionState {
    return this.current;
  }

  /** Connects, or tries again at once where a retry is waited for. */
  connect(): void {
    const { kind } = this.current;
    if (kind === 'reconnecting') {
      if (this.retryTimer === undefined) return;
      this.set({ kind, attempt: this.attempt, retryAtMs: this.ports.now() });
    } else if (kind === 'offline' || kind === 'closed') {
      this.attempt = 0;
      this.renewed = false;
      this.set({ kind: 'connecting' });
    } else return;
    void this.open();
  }

  /** The network is back, or the page is looked at again: no use waiting any longer. */
  networkReturned(): void {
    if (this.current.kind === 'reconnecting') this.connect();
  }

  /** Leaves; nothing reconnects. */
  close(): void {
    this.drop(CLOSE_NORMAL, 'left');
    this.set({ kind: 'offline' });
  }

  /** The first snapshot is here: the player can act. */
  entered(): void {
    this.clearTimers();
    this.onlineAt = this.ports.now();
    this.renewed = false;
    this.set({ kind: 'online' });
  }

  /** Where to connect when the server closes because the character moved. */
  expectTransfer(ticket: Ticket): void {
    this.nextTicket = ticket;
  }

  send(data: Uint8Array<ArrayBuffer>): boolean {
    if (this.socket === undefined) return false;
    this.socket.send(data);
    return true;
  }

  /** Measures the round trip anew, as at login. */
  measure(): void {
    if (this.socket !== undefined) this.heartbeat.measure();
  }

  private async open(): Promise<void> {
    const generation = ++this.generation;
    this.limitAttempt();
    const ticket = await this.ticket(generation);
    if (ticket === undefined || generation !== this.generation) return;
    this.limitAttempt();
    const socket = this.ports.open(ticket.url, [SUBPROTOCOL, `${TICKET_SUBPROTOCOL_PREFIX}${ticket.token}`]);
    this.socket = socket;
    const isCurrent = () => generation === this.generation;
    socket.listen({
      opened: () => {
        if (isCurrent()) this.heartbeat.start();
      },
      message: (data) => {
        if (isCurrent()) this.receive(data);
      },
      closed: (code, reason) => {
        if (isCurrent()) this.closed(code, reason);
      },
    });
  }

  private async ticket(generation: number): Promise<Ticket | undefined> {
    const transfer = this.nextTicket;
    this.nextTicket = undefined;
    if (transfer !== undefined) return transfer;
    try {
      return await this.ports.fetchTicket();
    } catch (error) {
      if (generation !== this.generation) return undefined;
      if (error instanceof TicketRefused) this.stop(error.message, true);
      else this.retry();
      return undefined;
    }
  }

  private receive(data: ArrayBuffer | Uint8Array | string): void {
    this.heartbeat.heard();
    if (this.current.kind === 'lagging') this.set({ kind: 'online' });
    if (typeof data === 'string') return;
    this.events.frame(data instanceof Uint8Array ? data : new Uint8Array(data));
  }

  private closed(code: number, reason: string): void {
    this.forget();
    const name = closeReason(code);
    if (name !== undefined) this.events.closed(name);
    const policy = closePolicy(code, reason);
    if (policy.kind === 'leave') this.set({ kind: 'offline' });
    else if (policy.kind === 'stop') this.stop(policy.text, policy.canRetry);
    else if (policy.kind === 'reload') this.stop(policy.text, false);
    else this.retry(this.waitAfter(policy.kind));
  }

  /** How long a close makes the client wait, in ms; undefined for as long as the attempts before suggest. */
  private waitAfter(kind: 'retry' | 'renew' | 'back off' | 'transfer'): number | undefined {
    if (kind === 'back off') return MAX_RECONNECT_DELAY_MS;
    if (kind === 'transfer' && this.nextTicket !== undefined) return 0;
    if (kind !== 'renew' || this.renewed) return undefined;
    this.renewed = true;
    return 0;
  }

  /** Lets go of the socket and waits for the next attempt; by default as long as the attempts before suggest. */
  private retry(waitMs?: number): void {
    this.drop(CLOSE_SILENT, 'timeout');
    if (this.ports.now() - this.onlineAt >= STABLE_MS) this.attempt = 0;
    this.onlineAt = Number.POSITIVE_INFINITY;
    this.attempt++;
    const wait = waitMs ?? reconnectDelayMs(this.attempt, this.ports.random());
    this.retryTimer = this.ports.after(wait, () => void this.open());
    this.set({ kind: 'reconnecting', attempt: this.attempt, retryAtMs: this.ports.now() + wait });
  }

  private stop(text: string, canRetry: boolean): void {
    this.drop(CLOSE_NORMAL, 'stopped');
    this.set({ kind: 'closed', text, canRetry });
  }

  private lag(): void {
    if (this.current.kind === 'online') this.set({ kind: 'lagging' });
  }

  /** A dead line may never answer a close, so nothing waits for it. */
  private drop(code: number, reason: string): void {
    const { socket } = this;
    this.forget();
    socket?.close(code, reason);
  }

  private forget(): void {
    this.generation++;
    this.clearTimers();
    this.heartbeat.stop();
    if (this.socket === undefined) return;
    this.socket = undefined;
    this.events.lost();
  }

  private limitAttempt(): void {
    this.clearTimers();
    this.deadline = this.ports.after(CONNECTION_TIMEOUT_MS, () => this.retry());
  }

  private clearTimers(): void {
    this.retryTimer?.();
    this.deadline?.();
    this.retryTimer = undefined;
    this.deadline = undefined;
  }

  private set(state: ConnectionState): void {
    this.current = state;
    this.events.state(state);
  }
}
