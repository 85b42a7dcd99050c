import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAT_MAX_CODE_POINTS, cleanChat } from './chat-text.ts';

/** What makes text nasty: marks, joiners, overrides, tags, kinds of space, halves of pairs, ligatures, jamo. */
const NASTY = [
  'e',
  'a',
  'x',
  '1',
  ' ',
  '  ',
  '\t',
  '\n',
  '\r\n',
  '\0',
  '\u007f',
  '\u0085',
  '\u0301',
  '\u0308',
  '\u0323',
  '\u0327',
  '\u0344',
  '\u20dd',
  '\u094d',
  '\u093c',
  '\u00a0',
  '\u2003',
  '\u2028',
  '\u2029',
  '\u3000',
  '\u1680',
  '\u180e',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u061c',
  '\u{e0001}',
  '\u{e0041}',
  '\u{e000}',
  '\ud83d',
  '\udc34',
  '\u{1f434}',
  '\ufe0f',
  '\u20e3',
  '\u{1f3fb}',
  '\ufdfa',
  '\u0958',
  '\u2126',
  '\u212b',
  '\u1100',
  '\u1161',
  '\u11a8',
  '\u0378',
  '\uffff',
  '\u{10ffff}',
  'ß',
  'Ǆ',
  '你',
  'ש',
  'ع',
];
const nasty = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...NASTY), { maxLength: 120 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
);
const always = (check: (text: string) => void) => fc.assert(fc.property(nasty, check), { seed: 1, numRuns: 5000 });

describe('a chat line', () => {
  it('is not changed by cleaning it again', () => {
    always((text) => {
      expect(cleanChat(cleanChat(text))).toBe(cleanChat(text));
    });
  });

  it('is composed, well formed, and of at most 80 code points', () => {
    always((text) => {
      const line = cleanChat(text);
      expect(line).toBe(line.normalize('NFC'));
      expect(line).not.toMatch(/\p{Cs}/u);
      expect([...line].length).toBeLessThanOrEqual(CHAT_MAX_CODE_POINTS);
    });
  });

  it('holds no invisible character, no space but single ones inside, no third mark', () => {
    always((text) => {
      expect(cleanChat(text)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]|[^\S ]|^ | {2}| $|\p{M}{3}/u);
    });
  });

  it.each([
    ['  Good   day,\n\tneighbours! ', 'Good day, neighbours!'],
    ['e\u0301te\u0301', 'été'],
    ['e\u200b\u0301', 'é'],
    ['a \u200b b', 'a b'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['z\u0335\u0336\u0337\u0338\u0339', 'z\u0335\u0336'],
    ['\u{1f434} neigh', '\u{1f434} neigh'],
    ['ž\u200dž', 'žž'],
    ['\ud83d half', 'half'],
    ['\u200b\u2060\ufeff \u3000', ''],
    ['你好，世界', '你好，世界'],
  ])('%j is said as %j', (text, said) => {
    expect(cleanChat(text)).toBe(said);
  });

  it('is cut at a whole character, without a space at its end', () => {
    expect(cleanChat('\u{1f434}'.repeat(100))).toBe('\u{1f434}'.repeat(CHAT_MAX_CODE_POINTS));
    expect(cleanChat(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79));
  });
});
