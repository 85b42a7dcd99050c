import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { HAIR_STYLES, PALETTES } from '../../shared/content/looks.ts';
import { inventLook, isOfferedLook } from './offered-look.ts';
import { PLAIN_LOOK } from './plain-look.test-kit.ts';
import { ChosenLookSchema } from './save.ts';

it('invents only what is offered and what a save can hold', () => {
  const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.infiniteStream(fraction), (fractions) => {
      const look = inventLook(() => fractions.next().value);
      return isOfferedLook(look) && v.is(ChosenLookSchema, look);
    }),
  );
});

it('offers the last row of every table and none beyond', () => {
  expect(isOfferedLook({ ...PLAIN_LOOK, hair: HAIR_STYLES.length - 1 })).toBe(true);
  expect(isOfferedLook({ ...PLAIN_LOOK, hair: HAIR_STYLES.length })).toBe(false);
  const boots = PALETTES[4]?.length ?? 0;
  expect(isOfferedLook({ ...PLAIN_LOOK, colours: [0, 0, 0, 0, boots - 1] })).toBe(true);
  expect(isOfferedLook({ ...PLAIN_LOOK, colours: [0, 0, 0, 0, boots] })).toBe(false);
});

it('has no table that a save could not hold', () => {
  const last: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  PALETTES.forEach((rows, part) => {
    last[part] = rows.length - 1;
  });
  expect(v.is(ChosenLookSchema, { body: 1, hair: HAIR_STYLES.length - 1, colours: last })).toBe(true);
});
