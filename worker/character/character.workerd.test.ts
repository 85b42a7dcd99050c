import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { experienceForLevel } from '../../shared/rules/experience.ts';
import { takeName } from '../directory/characters.ts';
import { Character } from './character.ts';
import { PLAIN_LOOK } from './plain-look.test-kit.ts';
import type { AdmitAnswer, AdmitCall, CheckinCall, RegionCalls } from './region-calls.ts';
import { newSave } from './save.ts';

const HEARTHVALE = 'lark-1/hearthvale';
const LOGIN = { world: 'lark-1' };

/** A region that does as the test says, and keeps what it was asked. */
class ScriptedRegion implements RegionCalls {
  readonly asked: unknown[] = [];
  answer: AdmitAnswer = { ok: true };
  isDown = false;

  async admit(call: AdmitCall): Promise<AdmitAnswer> {
    this.take({ admit: call.epoch, generation: call.generation });
    return this.answer;
  }

  async takeover(call: { epoch: number; generation: number }): Promise<void> {
    this.take({ takeover: call.epoch, generation: call.generation });
  }

  async evict(call: { epoch: number }): Promise<void> {
    this.take({ evict: call.epoch });
  }

  private take(call: unknown): void {
    if (this.isDown) throw new Error('down');
    this.asked.push(call);
  }
}

/** A character whose regions are the scripted one. */
class ScriptedCharacter extends Character {
  protected override regionOf(): RegionCalls {
    return region;
  }
}

let region: ScriptedRegion;
let id: string;
beforeEach(() => {
  region = new ScriptedRegion();
  id = crypto.randomUUID();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

/** Does something with the character's object, which talks to the scripted region. Anew each time, as after an eviction. */
function withCharacter<Result>(act: (character: Character, state: DurableObjectState) => Promise<Result> | Result) {
  return runInDurableObject(env.CHARACTER.getByName(id), (_instance: Character, state) => {
    return act(new ScriptedCharacter(state, env), state);
  });
}

function make(): Promise<void> {
  const origins = { character: id, account: 'account-1', name: 'Wren', look: PLAIN_LOOK, region: 'hearthvale' };
  return withCharacter((character) => character.create(origins));
}

const play = () => withCharacter((character) => character.play(LOGIN));
const describeIt = () => withCharacter((character) => character.describe());
const alarmTime = () => withCharacter((_character, state) => state.storage.getAlarm());
const ring = () => withCharacter((character) => character.alarm());
const save = { ...newSave('Wren', PLAIN_LOOK, 'hearthvale'), coins: 7 };
const checkin = (epoch: number, destination: string | null = null, from = HEARTHVALE) =>
  withCharacter((character) => character.checkin({ epoch, from, save, destination }));

describe('a Character object', () => {
  it('knows nothing before it is made', async () => {
    expect(await describeIt()).toBeUndefined();
    expect(await play()).toEqual({ kind: 'absent' });
    await withCharacter((character) => character.erase());
    expect(region.asked).toEqual([]);
  });

  it('is made once', async () => {
    await make();
    await play();
    await make();
    expect(await describeIt()).toMatchObject({ name: 'Wren', custodian: HEARTHVALE, epoch: 1 });
  });

  it('leases itself to its region, and then only takes over', async () => {
    await make();
    expect(await play()).toEqual({ kind: 'leased', region: HEARTHVALE, epoch: 1, generation: 1 });
    expect(await play()).toEqual({ kind: 'leased', region: HEARTHVALE, epoch: 1, generation: 2 });
    expect(region.asked).toEqual([
      { admit: 1, generation: 1 },
      { takeover: 1, generation: 2 },
    ]);
    expect(await alarmTime()).toBeNull();
  });

  it('comes home with its save, and goes out with it again', async () => {
    await make();
    await play();
    expect(await checkin(1)).toEqual({ ok: true, epoch: 1 });
    expect(await describeIt()).toMatchObject({ custodian: null, epoch: 1 });
    const admitted = vi.spyOn(region, 'admit');
    expect(await play()).toMatchObject({ kind: 'leased', epoch: 2, generation: 2 });
    expect(admitted.mock.calls[0]?.[0]).toMatchObject({ character: id, account: 'account-1', save: { coins: 7 } });
  });

  it('answers a checkin again, and none of a lease that was never given', async () => {
    await make();
    await play();
    await checkin(1);
    expect(await checkin(1)).toEqual({ ok: true, epoch: 1 });
    await expect(checkin(2)).rejects.toThrow('no such lease');
  });

  it('keeps its copy of what newer code wrote where it is: with the region', async () => {
    await make();
    await play();
    const newer: CheckinCall = JSON.parse(
      JSON.stringify({ epoch: 1, from: HEARTHVALE, destination: null, save: { ...save, v: 2, wings: 2 } }),
    );
    await expect(withCharacter((character) => character.checkin(newer))).rejects.toThrow('version 2');
    expect(await describeIt()).toMatchObject({ custodian: HEARTHVALE });
  });

  it('is home again where the region refuses, and says why', async () => {
    await make();
    region.answer = { refused: 'full' };
    expect(await play()).toEqual({ kind: 'refused', why: 'full' });
    expect(await describeIt()).toMatchObject({ custodian: null, epoch: 1 });
    region.answer = { ok: true };
    expect(await play()).toMatchObject({ kind: 'leased', epoch: 2 });
  });

  it('offers itself by alarm until the region answers, more and more seldom, whatever restarts meanwhile', async () => {
    await make();
    region.isDown = true;
    expect(await play()).toEqual({ kind: 'unreachable' });
    await evictDurableObject(env.CHARACTER.getByName(id));
    expect(await alarmTime()).not.toBeNull();
    await ring();
    expect(await describeIt()).toMatchObject({ custodian: HEARTHVALE, acknowledged: false });
    region.isDown = false;
    await ring();
    expect(await describeIt()).toMatchObject({ custodian: HEARTHVALE, acknowledged: true, epoch: 1 });
    expect(await alarmTime()).toBeNull();
    expect(region.asked).toEqual([{ admit: 1, generation: 1 }]);
  });

  it('passes to the next region without waiting for it', async () => {
    await make();
    await play();
    region.isDown = true;
    expect(await checkin(1, 'lark-1/hearthvale-2')).toEqual({ ok: true, epoch: 1 });
    expect(await describeIt()).toMatchObject({ custodian: 'lark-1/hearthvale-2', epoch: 2, acknowledged: false });
    region.isDown = false;
    await ring();
    expect(await describeIt()).toMatchObject({ acknowledged: true, region: 'hearthvale-2' });
  });

  it('is erased for good; a region that has it is told until it lets go', async () => {
    await make();
    await play();
    region.isDown = true;
    await withCharacter((character) => character.erase());
    expect(await play()).toEqual({ kind: 'erased' });
    expect(await describeIt()).toMatchObject({ erased: true, custodian: HEARTHVALE });
    region.isDown = false;
    await ring();
    expect(region.asked.at(-1)).toEqual({ evict: 1 });
    expect(await describeIt()).toMatchObject({ erased: true, custodian: null });
    expect(await alarmTime()).toBeNull();
    await make();
    expect(await play()).toEqual({ kind: 'erased' });
  });

  it('tells the directory where it was seen, by alarm where that fails at first', async () => {
    await make();
    const account = { id: `account-${id}`, issuer: 'guest', subject: id };
    const name = { name: 'Wren', key: id };
    const order = { id, account, name, look: '{}', region: 'hearthvale', combatLevel: 3, totalLevel: 25 };
    await takeName(env.DIRECTORY, order, 1);
    await play();
    const skilled = { ...save, skills: { mining: experienceForLevel(15) } };
    const away = vi.spyOn(env.DIRECTORY, 'prepare').mockImplementation(() => {
      throw new Error('D1 is away');
    });
    await withCharacter((character) =>
      character.checkin({ epoch: 1, from: HEARTHVALE, save: skilled, destination: null }),
    );
    away.mockRestore();
    const listed = () =>
      env.DIRECTORY.prepare('SELECT total_level, last_seen FROM characters WHERE id = ?').bind(id).first();
    expect(await listed()).toEqual({ total_level: 25, last_seen: 0 });
    await ring();
    expect(await listed()).toMatchObject({ total_level: 39, last_seen: expect.any(Number) });
    expect((await listed())?.last_seen).toBeGreaterThan(Date.now() - 60_000);
    expect(await alarmTime()).toBeNull();
  });

  it('has an alarm for nothing but what has no answer', async () => {
    await make();
    expect(await runDurableObjectAlarm(env.CHARACTER.getByName(id))).toBe(false);
  });
});
