import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, PROTOCOL_FINGERPRINT, SUBPROTOCOL } from './fingerprint.ts';
import { PACKET_NAMES } from './packets.ts';
import { REQUEST_SCHEMAS } from './requests.ts';
import { UPDATE_SCHEMAS } from './updates.ts';

const of = (requests: object, updates: object = UPDATE_SCHEMAS, names: readonly string[] = PACKET_NAMES) =>
  fingerprintOf(names, { ...requests }, { ...updates });
const withDrop = (dropItem: unknown) => of({ ...REQUEST_SCHEMAS, dropItem });

describe('the fingerprint', () => {
  it('is 14 digits that fit a subprotocol', () => {
    expect(PROTOCOL_FINGERPRINT).toMatch(/^[0-9a-f]{14}$/);
    expect(SUBPROTOCOL).toBe(`larkmark.${PROTOCOL_FINGERPRINT}`);
  });

  it('is the same in every process', () => {
    expect(of(REQUEST_SCHEMAS)).toBe(PROTOCOL_FINGERPRINT);
    const script = `import('./fingerprint.ts').then((module) => console.log(module.PROTOCOL_FINGERPRINT))`;
    const node = join(import.meta.dirname, '../../node_modules/.bin/node');
    const printed = execFileSync(node, ['--input-type=module', '-e', script], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    });
    expect(printed.trim()).toBe(PROTOCOL_FINGERPRINT);
  });

  it('changes with the order of packets, a new packet and a lost one', () => {
    const [bundle = '', first = '', second = '', ...rest] = PACKET_NAMES;
    const others = [
      of(REQUEST_SCHEMAS, UPDATE_SCHEMAS, [bundle, second, first, ...rest]),
      of(REQUEST_SCHEMAS, UPDATE_SCHEMAS, [...PACKET_NAMES, 'another']),
      of(REQUEST_SCHEMAS, UPDATE_SCHEMAS, PACKET_NAMES.slice(0, -1)),
    ];
    expect(new Set([PROTOCOL_FINGERPRINT, ...others]).size).toBe(4);
  });

  it('changes with every detail of a schema', () => {
    const quantity = (most: number) => v.pipe(v.number(), v.integer(), v.maxValue(most));
    const prints = [
      withDrop(v.strictObject({ itemId: v.string(), quantity: quantity(10) })),
      withDrop(v.strictObject({ itemId: v.string(), quantity: quantity(11) })),
      withDrop(v.strictObject({ itemId: v.string(), quantity: v.optional(quantity(10)) })),
      withDrop(v.strictObject({ itemId: v.number(), quantity: quantity(10) })),
      withDrop(v.strictObject({ item: v.string(), quantity: quantity(10) })),
      withDrop(v.object({ itemId: v.string(), quantity: quantity(10) })),
      withDrop(v.strictObject({ itemId: v.pipe(v.string(), v.regex(/^a/)), quantity: quantity(10) })),
      withDrop(v.strictObject({ itemId: v.pipe(v.string(), v.regex(/^b/)), quantity: quantity(10) })),
      withDrop(v.strictObject({ itemId: v.picklist(['a', 'b']), quantity: quantity(10) })),
      withDrop(v.strictObject({ itemId: v.picklist(['a', 'c']), quantity: quantity(10) })),
      withDrop(undefined),
    ];
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('changes with an update as with a request', () => {
    expect(of(REQUEST_SCHEMAS, { ...UPDATE_SCHEMAS, restart: v.object({ inMinutes: v.number() }) })).not.toBe(
      PROTOCOL_FINGERPRINT,
    );
  });
});
