import { expect, test } from 'vitest';
import { FIRST_LOOK, type LookChoices, randomLook, withColour } from './look-choices.ts';

const shade = (name: string) => ({ name, css: '#fff' });
const choices: LookChoices = {
  bodies: ['a', 'b'],
  hairs: ['a', 'b', 'c'],
  palettes: [[shade('x'), shade('y')], [shade('x')], [shade('x'), shade('y'), shade('z')], [shade('x')], [shade('x'), shade('y')]],
};

test('a random look takes one number per choice, in order, and stays within what there is', () => {
  const dice = [0.99, 0.5, 0.6, 0.999, 0.34, 0, 0.999999];
  expect(randomLook(choices, () => dice.shift() ?? 0)).toEqual({ body: 1, hair: 1, colours: [1, 0, 1, 0, 1] });
  expect(randomLook(choices, () => 1)).toEqual({ body: 1, hair: 2, colours: [1, 0, 2, 0, 1] });
});

test('changing one colour leaves the others and the look it came from', () => {
  const changed = withColour(FIRST_LOOK, 2, 7);
  expect(changed.colours).toEqual([1, 1, 7, 0, 0]);
  expect(FIRST_LOOK.colours).toEqual([1, 1, 0, 0, 0]);
});
