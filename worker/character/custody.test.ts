import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CustodyWorld, REGIONS, type Step } from './custody.test-kit.ts';
import { type Custody, newCustody, stepCustody } from './custody.ts';
import { PLAIN_LOOK } from './plain-look.test-kit.ts';
import { newSave } from './save.ts';

const HOME = newCustody(newSave('Wren', PLAIN_LOOK, 'hearthvale'));
const HEARTHVALE = 'lark-1/hearthvale';

/** A state and what was said on the way, after messages in order. */
function after(start: Custody, ...messages: Parameters<Step>[1][]) {
  return messages.reduce(
    ({ custody, said }, message) => {
      const { custody: next, outputs } = stepCustody(custody, message);
      return { custody: next, said: [...said, ...outputs.map((output) => output.kind)] };
    },
    { custody: start, said: [] as string[] },
  );
}

const LOGIN = { kind: 'login', world: 'lark-1' } as const;
const ADMITTED = { kind: 'admitted', from: HEARTHVALE, epoch: 1 } as const;
const REFUSED = { kind: 'refused', from: HEARTHVALE, epoch: 1 } as const;
const CHECKIN = {
  kind: 'checkin',
  from: HEARTHVALE,
  epoch: 1,
  save: { ...HOME.save, coins: 7 },
  destination: null,
} as const;

describe('custody', () => {
  it('goes to the region of the save on login', () => {
    const { custody, said } = after(HOME, LOGIN);
    expect(custody).toMatchObject({ custodian: HEARTHVALE, epoch: 1, generation: 1, acknowledged: false });
    expect(said).toEqual(['admit']);
  });

  it('stays where it is on a second login, which only takes over', () => {
    const { custody, said } = after(HOME, LOGIN, ADMITTED, LOGIN);
    expect(custody).toMatchObject({ custodian: HEARTHVALE, epoch: 1, generation: 2, acknowledged: true });
    expect(said).toEqual(['admit', 'takeover']);
  });

  it('is offered again on a second login before the first was answered', () => {
    expect(after(HOME, LOGIN, LOGIN).said).toEqual(['admit', 'admit', 'takeover']);
  });

  it('comes home on leaving, with the save', () => {
    const { custody, said } = after(HOME, LOGIN, ADMITTED, CHECKIN);
    expect(custody).toMatchObject({ custodian: null, epoch: 1, save: { coins: 7, region: 'hearthvale' } });
    expect(said).toEqual(['admit', 'checkedIn']);
  });

  it('answers a repeated checkin and changes nothing', () => {
    const once = after(HOME, LOGIN, ADMITTED, CHECKIN).custody;
    const again = stepCustody(once, { ...CHECKIN, save: { ...HOME.save, coins: 0 } });
    expect(again.custody).toBe(once);
    expect(again.outputs).toEqual([{ kind: 'checkedIn', to: HEARTHVALE, epoch: 1 }]);
  });

  it('answers nothing to a lease that was never given', () => {
    const leased = after(HOME, LOGIN, ADMITTED).custody;
    for (const lie of [
      { ...CHECKIN, epoch: 2 },
      { ...CHECKIN, from: 'lark-1/elsewhere' },
    ]) {
      expect(stepCustody(leased, lie)).toEqual({ custody: leased, outputs: [] });
    }
  });

  it('passes to the next region with a new epoch, unacknowledged', () => {
    const { custody, said } = after(HOME, LOGIN, ADMITTED, { ...CHECKIN, destination: 'lark-1/mere' });
    expect(custody).toMatchObject({
      custodian: 'lark-1/mere',
      epoch: 2,
      acknowledged: false,
      save: { region: 'mere' },
    });
    expect(said).toEqual(['admit', 'checkedIn', 'admit']);
  });

  it('comes home to the region before, where the next one refuses', () => {
    const refused = { kind: 'refused', from: 'lark-1/mere', epoch: 2 } as const;
    const { custody } = after(HOME, LOGIN, ADMITTED, { ...CHECKIN, destination: 'lark-1/mere' }, refused);
    expect(custody).toMatchObject({ custodian: null, epoch: 2, save: { region: 'hearthvale', coins: 7 } });
  });

  it('is not given up for a refusal after an acknowledgement', () => {
    expect(after(HOME, LOGIN, ADMITTED, REFUSED).custody.custodian).toBe(HEARTHVALE);
  });

  it('ends with erasing, and nothing late brings it back', () => {
    const erased = after(HOME, LOGIN, ADMITTED, { kind: 'erase' });
    expect(erased.said).toEqual(['admit', 'evict']);
    const late = after(erased.custody, LOGIN, { ...CHECKIN, destination: 'lark-1/mere' }, LOGIN, { kind: 'resend' });
    expect(late.custody).toMatchObject({ custodian: null, erased: true, epoch: 1 });
    expect(late.said).toEqual(['checkedIn']);
  });
});

/** One thing that happens; which one, and to whom, by numbers. */
interface Happening {
  readonly kind: number;
  readonly pick: number;
  readonly region: number;
  readonly other: number;
}

const happenings = fc.array(fc.record({ kind: fc.nat(99), pick: fc.nat(1000), region: fc.nat(2), other: fc.nat(3) }), {
  minLength: 50,
  maxLength: 400,
  size: 'max',
});

/** Lives through happenings with a network that is seldom good, then with one that is. Throws where a rule is broken. */
function live(step: Step, happened: readonly Happening[], mayErase: boolean): CustodyWorld {
  const world = new CustodyWorld(step);
  for (const { kind, pick, region, other } of happened) {
    const name = REGIONS[region] ?? REGIONS[0];
    const survives = pick % 20 !== 0;
    if (kind < 40) world.deliver(pick, false, survives);
    else if (kind < 50) world.deliver(pick, true, survives);
    else if (kind < 55) world.lose(pick);
    else if (kind < 63) world.tell({ kind: 'login', world: 'lark-1' }, survives);
    else if (kind < 70) world.tell({ kind: 'resend' }, survives);
    else if (kind < 78) world.leave(name, REGIONS[other] ?? null);
    else if (kind < 84) world.remind(name);
    else if (kind < 97) world.work(name);
    else if (kind < 99) world.region(name).isClosed = pick % 3 === 0;
    else if (mayErase) world.tell({ kind: 'erase' }, survives);
  }
  world.settle();
  return world;
}

function breaks(step: Step, runs: number): boolean {
  return fc.check(
    fc.property(happenings, (happened) => void live(step, happened, false)),
    { numRuns: runs, seed: 7, endOnFailure: true },
  ).failed;
}

describe('under loss, repetition, delay, reordering and crashes', () => {
  it('has one custodian, a growing epoch, and every coin', () => {
    let handovers = 0;
    const property = fc.property(happenings, (happened) => {
      handovers += live(stepCustody, happened, false).handovers;
    });
    fc.assert(property, { numRuns: 6_000 });

    expect(handovers, 'hand-overs that the runs went through').toBeGreaterThan(20_000);
  });

  it('leaves no body anywhere once erased', () => {
    fc.assert(
      fc.property(happenings, (happened) => void live(stepCustody, happened, true)),
      { numRuns: 300 },
    );
  });

  /** The reducer with one guard taken out each: the test above must notice. */
  const mutants: Record<string, Step> = {
    'a login takes the lease away': (custody, message) =>
      stepCustody(message.kind === 'login' ? { ...custody, custodian: null } : custody, message),
    'any checkin counts': (custody, message) =>
      message.kind === 'checkin' && custody.custodian !== null
        ? stepCustody(custody, { ...message, from: custody.custodian, epoch: custody.epoch })
        : stepCustody(custody, message),
    'a checkin counts at home': (custody, message) =>
      message.kind === 'checkin'
        ? stepCustody({ ...custody, custodian: message.from }, message)
        : stepCustody(custody, message),
    'a refusal counts after the acknowledgement': (custody, message) =>
      stepCustody(
        message.kind === 'refused' ? { ...custody, acknowledged: false, epoch: message.epoch } : custody,
        message,
      ),
    'an answer about an older lease counts': (custody, message) =>
      stepCustody(message.kind === 'admitted' ? { ...custody, epoch: message.epoch } : custody, message),
    'the epoch stays the same': (custody, message) => {
      const { custody: next, outputs } = stepCustody(custody, message);
      return { custody: { ...next, epoch: 1 }, outputs: outputs.map((output) => ({ ...output, epoch: 1 })) };
    },
    'nothing is said again': (custody, message) =>
      message.kind === 'resend' ? { custody, outputs: [] } : stepCustody(custody, message),
    'a stale checkin is not answered': (custody, message) => {
      const step = stepCustody(custody, message);
      return message.kind === 'checkin' && step.custody === custody ? { custody, outputs: [] } : step;
    },
  };

  it.each(Object.entries(mutants))('would be found out: %s', (_what, mutant) => {
    expect(breaks(mutant, 300)).toBe(true);
  });
});
