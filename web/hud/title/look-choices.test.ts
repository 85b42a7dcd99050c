import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { BODIES, HAIR_STYLES, PALETTES } from '../../../shared/content/looks.ts';
import { FIRST_LOOK, hairAfter, randomLook, withColour } from './look-choices.ts';

test('a random look stays within what there is, and a slight body draws no beard', () => {
  const dice = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(dice, (numbers) => {
      const rest = [...numbers];
      const look = randomLook(() => rest.shift() ?? 0);
      expect(BODIES[look.body]).toBeDefined();
      expect(HAIR_STYLES[look.hair]).toBeDefined();
      for (const [slot, colour] of look.colours.entries()) expect(PALETTES[slot]?.[colour]).toBeDefined();
      if (look.body === 1) expect(HAIR_STYLES[look.hair]?.beard).toBe(false);
    }),
  );
});

test('changing one colour leaves the others and the look it came from', () => {
  expect(withColour(FIRST_LOOK, 2, 7).colours).toEqual([0, 0, 7, 0, 0]);
  expect(FIRST_LOOK.colours).toEqual([0, 0, 0, 0, 0]);
});

test('hair styles go around the end in both directions', () => {
  expect(hairAfter(0, -1)).toBe(HAIR_STYLES.length - 1);
  expect(hairAfter(HAIR_STYLES.length - 1, 1)).toBe(0);
});
