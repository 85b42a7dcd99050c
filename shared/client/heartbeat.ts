import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import type { Cancel, ClientPorts } from './ports.ts';

const { PING_INTERVAL_MS, TICK_DURATION_MS } = NETWORK_CONSTANTS;

/** Pings at login, and the time between them in ms. */
const LOGIN_PINGS = 5;
const LOGIN_PING_MS = 150;
/** Silence after which the server is asked whether it is there; a quiet place sends nothing by itself. */
const PROBE_MS = 2 * TICK_DURATION_MS;
/** Silence after which the connection counts as lagging. */
const LAGGING_MS = 3 * TICK_DURATION_MS;
/** Silence after which the connection is given up. */
const SILENT_MS = 10_000;

/** What a heartbeat asks of its connection. */
export interface HeartbeatTasks {
  /** Measures the round trip. */
  ping(): void;
  /** Asks for any answer at all. */
  probe(): void;
  lagging(): void;
  silent(): void;
}

/** Keeps the measurement going while connected, and notices when the other end has gone quiet. */
export class Heartbeat {
  private readonly ports: ClientPorts;
  private readonly tasks: HeartbeatTasks;
  private pingTimer: Cancel | undefined = undefined;
  private watchTimer: Cancel | undefined = undefined;
  private heardAt = 0;

  constructor(ports: ClientPorts, tasks: HeartbeatTasks) {
    this.ports = ports;
    this.tasks = tasks;
  }

  start(): void {
    this.stop();
    this.heard();
    this.measure();
    this.watch();
  }

  stop(): void {
    this.pingTimer?.();
    this.watchTimer?.();
    this.pingTimer = undefined;
    this.watchTimer = undefined;
  }

  /** Something came. */
  heard(): void {
    this.heardAt = this.ports.now();
  }

  /** Measures as at login: after a sleep the clock is worth nothing. */
  measure(): void {
    this.pingTimer?.();
    this.pingAgain(LOGIN_PINGS - 1);
  }

  private pingAgain(soon: number): void {
    this.tasks.ping();
    const wait = soon > 0 ? LOGIN_PING_MS : PING_INTERVAL_MS;
    this.pingTimer = this.ports.after(wait, () => this.pingAgain(Math.max(soon - 1, 0)));
  }

  /** Waits for the next length of silence that means something; whatever comes meanwhile only puts it off. */
  private watch(): void {
    const silence = this.ports.now() - this.heardAt;
    const next = [PROBE_MS, LAGGING_MS, SILENT_MS].find((length) => length > silence) ?? SILENT_MS;
    this.watchTimer = this.ports.after(Math.max(next - silence, 0), () => {
      const length = this.ports.now() - this.heardAt;
      this.watch();
      if (length >= SILENT_MS) this.tasks.silent();
      else if (length >= LAGGING_MS) this.tasks.lagging();
      else if (length >= PROBE_MS) this.tasks.probe();
    });
  }
}
