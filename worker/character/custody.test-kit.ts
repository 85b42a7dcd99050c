import {
  type Custody,
  type CustodyMessage,
  type CustodyOutput,
  isWaiting,
  newCustody,
  type stepCustody,
} from './custody.ts';
import { PLAIN_LOOK } from './plain-look.test-kit.ts';
import { type CharacterSave, newSave } from './save.ts';

export type Step = typeof stepCustody;

export const REGIONS = ['lark-1/a', 'lark-1/b', 'lark-1/c'] as const;

/** What a region keeps of one character, and what it says: the other half of the protocol, as small as it can be. */
interface Region {
  row:
    | { epoch: number; generation: number; departing: boolean; destination: string | null; save: CharacterSave }
    | undefined;
  /** The highest lease ever answered. */
  tombstone: number;
  /** The lease that was refused, for ever. */
  refused: number;
  isClosed: boolean;
}

type Message =
  | { readonly kind: 'to character'; readonly message: CustodyMessage }
  | { readonly kind: 'to region'; readonly output: CustodyOutput };

/**
 * One character and three regions with a network that loses, repeats, delays and reorders. A player
 * at work earns a coin at a time, so that a lost, doubled or outdated copy shows in the sum.
 */
export class CustodyWorld {
  custody: Custody;
  readonly regions = new Map<string, Region>();
  network: Message[] = [];
  /** Coins ever earned. */
  earned = 0;
  handovers = 0;
  private readonly step: Step;
  private mostEpoch = 0;

  constructor(step: Step) {
    this.step = step;
    this.custody = newCustody({ ...newSave('Wren', PLAIN_LOOK, 'a'), coins: 0 });
    for (const name of REGIONS) {
      this.regions.set(name, { row: undefined, tombstone: 0, refused: 0, isClosed: false });
    }
  }

  /** @param keepOutputs false where the object dies between its commit and what it had to say */
  tell(message: CustodyMessage, keepOutputs = true): void {
    const before = this.custody;
    const { custody, outputs } = this.step(before, message);
    this.custody = custody;
    if (custody.epoch > before.epoch) this.handovers++;
    if (keepOutputs) this.network.push(...outputs.map((output): Message => ({ kind: 'to region', output })));
    this.check();
  }

  /** Delivers the message at an index; a copy may stay behind for later. */
  deliver(index: number, keepsCopy: boolean, keepOutputs: boolean): void {
    const found = this.network[index % Math.max(this.network.length, 1)];
    if (found === undefined) return;
    if (!keepsCopy) this.network.splice(this.network.indexOf(found), 1);
    if (found.kind === 'to character') this.tell(found.message, keepOutputs);
    else this.receive(found.output, keepOutputs);
    this.check();
  }

  lose(index: number): void {
    this.network.splice(index % Math.max(this.network.length, 1), 1);
  }

  work(name: string): void {
    const { row } = this.region(name);
    if (row === undefined || row.departing) return;
    row.save = { ...row.save, coins: (row.save.coins ?? 0) + 1 };
    this.earned++;
    this.check();
  }

  leave(name: string, destination: string | null): void {
    const { row } = this.region(name);
    if (row === undefined || row.departing || destination === name) return;
    row.departing = true;
    row.destination = destination;
    this.remind(name);
  }

  /** A region's alarm: says again that somebody is departing. */
  remind(name: string): void {
    const { row } = this.region(name);
    if (row?.departing !== true) return;
    const { epoch, save, destination } = row;
    this.network.push({ kind: 'to character', message: { kind: 'checkin', from: name, epoch, save, destination } });
  }

  /** With a network that works again, and regions that are open: everything that waits gets through. */
  settle(): void {
    for (let round = 0; round < 20; round++) {
      for (const name of REGIONS) {
        this.region(name).isClosed = false;
        this.remind(name);
      }
      this.tell({ kind: 'resend' });
      while (this.network.length > 0) this.deliver(0, false, true);
    }
    if (isWaiting(this.custody)) throw new Error(`does not settle: ${JSON.stringify(this.custody)}`);
    const held = REGIONS.filter((name) => this.region(name).row !== undefined);
    const expected = this.custody.custodian === null ? [] : [this.custody.custodian];
    if (held.join() !== expected.join()) throw new Error(`${held.join()} hold what ${expected.join()} should`);
  }

  region(name: string): Region {
    const region = this.regions.get(name);
    if (region === undefined) throw new Error(`no region ${name}`);
    return region;
  }

  private receive(output: CustodyOutput, keepOutputs: boolean): void {
    const { to: name } = output;
    const region = this.region(name);
    const reply = (kind: 'admitted' | 'refused' | 'evicted') => {
      if (keepOutputs) this.network.push({ kind: 'to character', message: { kind, from: name, epoch: output.epoch } });
    };
    switch (output.kind) {
      case 'admit':
        this.admit(region, output, reply);
        return;
      case 'takeover':
        if (region.row?.epoch === output.epoch && output.generation > region.row.generation) {
          region.row.generation = output.generation;
        }
        return;
      case 'evict':
        region.tombstone = Math.max(region.tombstone, output.epoch);
        if (region.row !== undefined && region.row.epoch <= output.epoch) region.row = undefined;
        reply('evicted');
        return;
      case 'checkedIn':
        if (region.row?.departing === true && region.row.epoch === output.epoch) region.row = undefined;
    }
  }

  private admit(
    region: Region,
    { epoch, generation, save }: Extract<CustodyOutput, { kind: 'admit' }>,
    reply: (kind: 'admitted' | 'refused') => void,
  ): void {
    const isNew = region.tombstone < epoch;
    // An older lease is still departing: no answer, so that it is asked again.
    if (isNew && region.row !== undefined) return;
    if (isNew) {
      region.tombstone = epoch;
      if (region.isClosed) region.refused = epoch;
      else region.row = { epoch, generation, departing: false, destination: null, save };
    }
    reply(region.refused === epoch ? 'refused' : 'admitted');
  }

  /** After every message: one live body at most, of the lease that holds, and not a coin lost or doubled. */
  private check(): void {
    const { epoch, custodian, erased } = this.custody;
    if (epoch < this.mostEpoch) throw new Error(`the epoch went from ${this.mostEpoch} to ${epoch}`);
    this.mostEpoch = epoch;
    if (erased) return;
    const live = REGIONS.filter((name) => this.region(name).row?.departing === false);
    if (live.length > 1) throw new Error(`two live bodies: ${live.join()}`);
    const [body] = live;
    if (body !== undefined && (body !== custodian || this.region(body).row?.epoch !== epoch)) {
      throw new Error(`a live body in ${body}, but ${custodian} has epoch ${epoch}`);
    }
    const coins = this.truth().coins ?? 0;
    if (coins !== this.earned) throw new Error(`${coins} coins of ${this.earned} earned`);
  }

  /** The one copy that counts now. */
  private truth(): CharacterSave {
    const { custodian, epoch, save } = this.custody;
    const row = custodian === null ? undefined : this.region(custodian).row;
    return row?.epoch === epoch ? row.save : save;
  }
}
