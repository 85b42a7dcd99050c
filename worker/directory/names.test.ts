import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventName } from './free-name.ts';
import { judgeName, skeleton } from './names.ts';

describe('a name', () => {
  it.each([
    'A',
    'Wren',
    'Mary Ann',
    'Jean-Luc',
    'R2 D2',
    'Åse',
    'Łukasz',
    'Þór',
    'José 7',
    'Ngọc',
    'abcdefghijkl',
    'Modesta',
  ])('may be %j', (name) => expect(judgeName(name)).toMatchObject({ ok: true, name: { name } }));

  it.each([
    ['empty', ''],
    ['too long', 'abcdefghijklm'],
    ['a space in front', ' Wren'],
    ['a space behind', 'Wren '],
    ['two spaces', 'Wren  A'],
    ['only a space', ' '],
    ['no letter', '123 4'],
    ['only a hyphen', '-'],
    ['Cyrillic', 'Анна'],
    ['one Cyrillic letter', 'W\u0430ren'],
    ['Greek', 'Ωmega'],
    ['full width', 'Ｗｒｅｎ'],
    ['a ligature', '\ufb01nch'],
    ['small capitals', 'ᴡʀᴇɴ'],
    ['an emoji', 'Wren🐦'],
    ['a zero-width space', 'Wr\u200ben'],
    ['a zero-width joiner', 'Wr\u200den'],
    ['a direction override', '\u202eWren'],
    ['a no-break space', 'Wren\u00a0A'],
    ['a tab', 'Wren\tA'],
    ['a line break', 'Wren\n'],
    ['an underscore', 'Wr_en'],
    ['markup', '<b>Wren'],
    ['an accent on its own', '\u0301Wren'],
    ['a stack of accents', 'W\u0336\u0335\u0334ren'],
    ['a Roman numeral', 'Wrenⅻ'],
    ['the feminine ordinal', 'Wrenª'],
  ])('has not: %s', (_what, name) => expect(judgeName(name)).toMatchObject({ ok: false }));

  it.each([
    'Admin',
    'ADMIN',
    'adm1n',
    'Ad-min',
    'Mod',
    'Mod Bob',
    'M0d-Bob',
    'GM Wren',
    'Larkmark',
    'larkrnark',
    'System',
  ])('is not the house’s: %j', (name) => expect(judgeName(name)).toEqual({ ok: false, why: 'That name is reserved.' }));

  it('is kept in one form however it was typed', () => {
    expect(judgeName('A\u030ase')).toEqual(judgeName('\u00c5se'));
  });

  it('is 1 to 12 characters with a key, or refused with a sentence, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const verdict = judgeName(typed);
        if (!verdict.ok) return verdict.why.endsWith('.');
        const { name, key } = verdict.name;
        return [...name].length <= 12 && name === name.normalize('NFC') && /^[a-z0-9]+$/.test(key);
      }),
    );
  });
});

describe('two names are one', () => {
  it.each([
    ['Wren', 'wREN'],
    ['Wren', 'W-r-e-n'],
    ['Wren A', 'WrenA'],
    ['Bill', 'B1ll'],
    ['Bill', 'BiIl'],
    ['Oona', '0ona'],
    ['Jose', 'José'],
    ['Modern', 'Modem'],
    ['Svven', 'Swen'],
    ['Lars', 'Lar5'],
    ['Ole', 'Øle'],
  ])('%s and %s', (a, b) => expect(skeleton(a)).toBe(skeleton(b)));

  it.each([
    ['Wren', 'Wrenn'],
    ['Bob', 'Rob'],
    ['Ann 2', 'Ann 3'],
  ])('but not %s and %s', (a, b) => expect(skeleton(a)).not.toBe(skeleton(b)));
});

describe('an invented name', () => {
  it('is always allowed', () => {
    const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat(9), fc.infiniteStream(fraction), (attempt, fractions) => {
        const name = inventName(attempt, () => fractions.next().value);
        return judgeName(name).ok;
      }),
    );
  });
});
