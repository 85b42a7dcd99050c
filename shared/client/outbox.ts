import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import type { RequestName, RequestPayload } from '../protocol/requests.ts';
import type { Cancel, ClientPorts } from './ports.ts';

const { INPUT_RATE } = NETWORK_CONSTANTS;

/** Requests that wait for their frame; what comes beyond is refused, because by then somebody is holding a key down. */
const MAX_WAITING = 16;

interface Waiting {
  readonly name: RequestName;
  readonly payload: object;
  /** `seq` of a move. */
  readonly seq: number | undefined;
}

/**
 * Input on its way out: one frame each 33 ms at most, in order. A move that still waits gives way
 * to the next one.
 */
export class Outbox {
  private readonly ports: ClientPorts;
  private readonly deliver: (name: RequestName, payload: object) => void;
  private waiting: Waiting[] = [];
  private sentAt = Number.NEGATIVE_INFINITY;
  private timer: Cancel | undefined = undefined;

  constructor(ports: ClientPorts, deliver: (name: RequestName, payload: object) => void) {
    this.ports = ports;
    this.deliver = deliver;
  }

  /** How long a request pushed now will wait, in ms. */
  get delayMs(): number {
    const next = Math.max(0, this.sentAt + INPUT_RATE - this.ports.now());
    const ahead = this.supersedes === undefined ? this.waiting.length : this.waiting.length - 1;
    return next + ahead * INPUT_RATE;
  }

  /** `seq` of the waiting move that a further move would replace. */
  get supersedes(): number | undefined {
    return this.waiting[this.waiting.length - 1]?.seq;
  }

  /** Sends a request now or in its turn; false where too many wait already. */
  push<N extends RequestName>(name: N, payload: RequestPayload<N>, seq?: number): boolean {
    if (seq !== undefined && this.supersedes !== undefined) this.waiting.pop();
    if (this.waiting.length >= MAX_WAITING) return false;
    this.waiting.push({ name, payload, seq });
    this.flush();
    return true;
  }

  /** Forgets what was not sent. */
  clear(): void {
    this.waiting = [];
    this.timer?.();
    this.timer = undefined;
  }

  private flush(): void {
    if (this.timer !== undefined) return;
    const wait = this.sentAt + INPUT_RATE - this.ports.now();
    if (wait > 0) {
      this.timer = this.ports.after(wait, () => {
        this.timer = undefined;
        this.flush();
      });
      return;
    }
    const next = this.waiting.shift();
    if (next === undefined) return;
    this.sentAt = this.ports.now();
    this.deliver(next.name, next.payload);
    if (this.waiting.length > 0) this.flush();
  }
}
