import { describe, expect, test } from 'vitest';
import { checkBans } from './bans.ts';
import { parseSource } from './source.ts';

function found(path: string, text: string): string[] {
  return checkBans(parseSource(path, text)).map(({ line, text: what }) => `${line} ${what}`);
}

describe('what the simulation must not know', () => {
  test.each([
    ['chance', 'const x = Math.random();', 'Math.random', 'the dice'],
    ['chance by another name', 'const { random } = Math;', 'Math.random', 'the dice'],
    ['chance in brackets', "const x = Math['random']();", 'Math.random', 'the dice'],
    ['the clock', 'const x = Date.now();', 'Date', 'the tick'],
    ['the clock as a type', 'let x: Date;', 'Date', 'the tick'],
    ['timers', 'setTimeout(act, 5);', 'setTimeout', 'a tick at which'],
    ['waiting', 'const f = async () => 1;', 'async', 'a fact or a command'],
    ['methods that wait', 'const o = { async f() {} };', 'async', 'a fact or a command'],
    ['promises', 'export function f(): Promise<void> { return g(); }', 'Promise', 'a fact or a command'],
    ['sockets', 'new WebSocket(url);', 'WebSocket', 'an argument'],
    ['sines', 'const x = Math.sin(1);', 'Math.sin', 'integers or a table'],
    ['powers', 'const x = y ** 2;', '**', 'integers or a table'],
  ])('%s', (_, text, name, instead) => {
    expect(found('worker/sim/act.ts', `\n${text}`)).toEqual([expect.stringMatching(/^2 no /)]);
    expect(found('worker/sim/act.ts', text)[0]).toContain(`no ${name} here; use ${instead}`);
  });

  test('exact sums, and names of its own, are its business', () => {
    const text = `
      const most = Math.max(Math.floor(a), Math.SQRT2);
      const row = { Date: 1, window: 2 };
      function open(window: number, { process }: Task) { return row.Date + window + process; }
      interface Task { readonly process: number; fetch(document: string): void }`;
    expect(found('worker/sim/act.ts', text)).toEqual([]);
  });
});

describe('the same names elsewhere', () => {
  test('the headless client may wait, and still has no clock of its own', () => {
    expect(found('shared/client/link.ts', 'export async function open(): Promise<void> { await f(); }')).toEqual([]);
    expect(found('shared/client/link.ts', 'Date.now()')).toHaveLength(1);
  });

  test('the Worker, tools and tests may look at the clock', () => {
    for (const path of ['worker/region/clock.ts', 'worker/run/bots.ts', 'worker/sim/act.test.ts', 'web/main.ts']) {
      expect(found(path, 'Date.now(); Math.random(); Math.sin(1)')).toEqual([]);
    }
  });

  test('no scene opens a socket', () => {
    expect(found('web/scene/sky.ts', 'new WebSocket(url)')).toEqual([expect.stringContaining('the headless client')]);
    expect(found('web/main.ts', 'new WebSocket(url)')).toEqual([]);
  });
});
