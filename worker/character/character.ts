import { DurableObject } from 'cloudflare:workers';
import { noteSighting } from '../directory/characters.ts';
import { locationHintOf } from '../directory/worlds.ts';
import { type CustodyMessage, type CustodyOutput, isWaiting, newCustody, stepCustody } from './custody.ts';
import { CustodyRows, type StoredCharacter } from './custody-rows.ts';
import { listedLevels } from './levels.ts';
import type { AdmitAnswer, CheckinCall, RegionCalls } from './region-calls.ts';
import { type ChosenLook, newSave, readSave } from './save.ts';

/** Waits before what has no answer is said again, in ms; the last one repeats. */
const RESEND_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

/** What a Character object is made of. */
export interface CharacterOrigins {
  readonly character: string;
  readonly account: string;
  readonly name: string;
  readonly look: ChosenLook;
  readonly region: string;
}

/** What became of a login. */
export type PlayAnswer =
  /** The region object of this name has the character, under this epoch and generation. */
  | { readonly kind: 'leased'; readonly region: string; readonly epoch: number; readonly generation: number }
  | { readonly kind: 'refused'; readonly why: 'full' | 'closed' | 'newer save' }
  /** The region has not answered; it is asked until it does. */
  | { readonly kind: 'unreachable' }
  /** Nothing is stored here: the character was never made. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'erased' };

/** What came of saying something to a region. */
type Said = 'done' | 'no answer' | Extract<AdmitAnswer, { refused: unknown }>;

/** What a Character object knows, for tests and administration. */
export interface CharacterDescription {
  readonly name: string;
  readonly region: string;
  readonly custodian: string | null;
  readonly acknowledged: boolean;
  readonly epoch: number;
  readonly generation: number;
  readonly erased: boolean;
}

/**
 * One character: its registry, its lock, and its save while nobody plays it. A thin shell around
 * `custody.ts`: it stores each step in one commit, then says what the step wants said, and says it
 * again by alarm until it is answered.
 */
export class Character extends DurableObject<Env> {
  private readonly rows: CustodyRows;
  private resends = 0;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.rows = new CustodyRows(ctx.storage);
  }

  /** Makes the character, at home. Repeatable: what exists, or was erased, stays as it is. */
  create(origins: CharacterOrigins): void {
    if (this.rows.read() !== undefined) return;
    const { character, account, name, look, region } = origins;
    this.rows.write({ character, account, custody: newCustody(newSave(name, look, region)), listed: true });
  }

  /** A login: leases the character to its region, or takes it over where somebody plays it already. */
  async play({ world }: { world: string }): Promise<PlayAnswer> {
    const before = this.rows.read();
    if (before === undefined) return { kind: 'absent' };
    if (before.custody.erased) return { kind: 'erased' };
    const outputs = this.commit(before, { kind: 'login', world });
    const { generation } = this.stored().custody;
    const answers = await Promise.all(outputs.map((output) => this.say(output)));
    const refusal = answers.find((answer) => typeof answer === 'object');
    if (refusal !== undefined) return { kind: 'refused', why: refusal.refused };
    if (answers.includes('no answer')) return { kind: 'unreachable' };
    const { custodian, epoch, acknowledged } = this.stored().custody;
    if (custodian === null || !acknowledged) return { kind: 'unreachable' };
    return { kind: 'leased', region: custodian, epoch, generation };
  }

  /**
   * A region gives the character back.
   *
   * @throws NewerSave when the region runs newer code than this object, Error when it claims a lease that was never
   *   given; either way the region keeps its copy and asks again
   */
  checkin(call: CheckinCall): { ok: true; epoch: number } {
    const save = { ...readSave(call.save), lastSeen: Date.now() };
    const outputs = this.commit(this.stored(), { ...call, kind: 'checkin', save });
    const answer = outputs.find((output) => output.kind === 'checkedIn');
    if (answer === undefined)
      throw new Error(`a checkin of epoch ${call.epoch} from ${call.from}, which has no such lease`);
    // The asking region must not wait for the next one, nor for the directory.
    this.ctx.waitUntil(Promise.all([...outputs.map((output) => this.say(output)), this.list()]));
    return { ok: true, epoch: answer.epoch };
  }

  /** Deletes the character for good; a region that has it is told to let go. Repeatable. */
  async erase(): Promise<void> {
    const before = this.rows.read();
    if (before === undefined) return;
    const outputs = this.commit(before, { kind: 'erase' });
    await Promise.all(outputs.map((output) => this.say(output)));
  }

  /** Undefined before the character was made. */
  describe(): CharacterDescription | undefined {
    const stored = this.rows.read();
    if (stored === undefined) return undefined;
    const { save, custodian, acknowledged, epoch, generation, erased } = stored.custody;
    return { name: save.name, region: save.region, custodian, acknowledged, epoch, generation, erased };
  }

  /** Says again what has no answer yet. */
  override async alarm(): Promise<void> {
    const before = this.rows.read();
    if (before === undefined) return;
    this.resends++;
    const outputs = this.commit(before, { kind: 'resend' });
    await Promise.all([...outputs.map((output) => this.say(output)), this.list()]);
  }

  /** The object of a region. */
  protected regionOf(name: string): RegionCalls {
    return this.env.REGION.getByName(name, { locationHint: locationHintOf(name) });
  }

  private stored(): StoredCharacter {
    const stored = this.rows.read();
    if (stored === undefined) throw new Error('a message for a character that was never made');
    return stored;
  }

  /** One step in one commit: nothing is awaited between the reading and the writing. */
  private commit(before: StoredCharacter, message: CustodyMessage): readonly CustodyOutput[] {
    const { custody, outputs } = stepCustody(before.custody, message);
    const listed = before.listed && (message.kind !== 'checkin' || custody === before.custody || custody.erased);
    this.write(before, { ...before, custody, listed });
    return outputs;
  }

  /** Stores what changed. The alarm is part of the same commit: what waits for an answer is never forgotten. */
  private write(before: StoredCharacter, after: StoredCharacter): void {
    if (after.custody !== before.custody || after.listed !== before.listed) this.rows.write(after);
    if (hasUnanswered(after)) {
      const wait = RESEND_MS[Math.min(this.resends, RESEND_MS.length - 1)] ?? RESEND_MS[0];
      void this.ctx.storage.setAlarm(Date.now() + wait);
      return;
    }
    this.resends = 0;
    if (hasUnanswered(before)) void this.ctx.storage.deleteAlarm();
  }

  /** Says one thing to a region and takes in its answer. What gets none is said again, by the alarm or the next login. */
  private async say(output: CustodyOutput): Promise<Said> {
    if (output.kind === 'checkedIn') return 'done';
    try {
      return await this.sayTo(output);
    } catch (error) {
      const { character } = this.stored();
      console.warn(`${output.kind} of character ${character} to ${output.to} failed: ${String(error)}`);
      return 'no answer';
    }
  }

  private async sayTo(output: Exclude<CustodyOutput, { kind: 'checkedIn' }>): Promise<Said> {
    const { character, account } = this.stored();
    const { to: from, epoch } = output;
    const region = this.regionOf(from);
    switch (output.kind) {
      case 'takeover':
        await region.takeover({ character, epoch, generation: output.generation });
        return 'done';
      case 'evict':
        await region.evict({ character, epoch });
        this.commit(this.stored(), { kind: 'evicted', from, epoch });
        return 'done';
      case 'admit': {
        const { generation, save } = output;
        const answer = await region.admit({ character, account, epoch, generation, save });
        const refused = 'refused' in answer;
        this.commit(this.stored(), { kind: refused ? 'refused' : 'admitted', from, epoch });
        return refused ? answer : 'done';
      }
    }
  }

  /** Copies what the directory lists of this character. One that fails is repeated by the alarm. */
  private async list(): Promise<void> {
    const { character, custody, listed } = this.stored();
    if (listed) return;
    const { save } = custody;
    try {
      await noteSighting(this.env.DIRECTORY, character, {
        ...listedLevels(save.skills),
        region: save.region,
        lastSeen: save.lastSeen,
      });
    } catch (error) {
      console.warn(`listing of character ${character} failed: ${String(error)}`);
      return;
    }
    const now = this.stored();
    // Another checkin may have come meanwhile: then the newer state still has to be listed.
    if (now.custody.save.lastSeen !== save.lastSeen) return;
    this.write(now, { ...now, listed: true });
  }
}

/** Whether something has to be said again should nobody answer. */
function hasUnanswered(stored: StoredCharacter): boolean {
  return isWaiting(stored.custody) || !stored.listed;
}
