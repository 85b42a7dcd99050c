import type { ChosenLook } from '../ports.ts';

/** The five colours of a look, in the order of `Look.colours`. */
export const COLOUR_SLOTS = ['Skin', 'Hair', 'Shirt', 'Trousers', 'Boots'] as const;

/** What can be chosen: names of bodies and hair styles, and a palette of CSS colours for each slot. */
export interface LookChoices {
  readonly bodies: readonly string[];
  readonly hairs: readonly string[];
  readonly palettes: readonly (readonly { readonly name: string; readonly css: string }[])[];
}

/** What a new character starts with before anything is chosen. */
export const FIRST_LOOK: ChosenLook = { body: 0, hair: 0, colours: [1, 1, 0, 0, 0] };

/** The look with another colour in one slot. */
export function withColour(look: ChosenLook, slot: number, colour: number): ChosenLook {
  const [skin, hair, shirt, trousers, boots] = look.colours;
  const colours: ChosenLook['colours'] = [skin, hair, shirt, trousers, boots];
  colours[slot] = colour;
  return { ...look, colours };
}

/** A look drawn by lot. @param random uniform in 0 (included) to 1 */
export function randomLook(choices: LookChoices, random: () => number): ChosenLook {
  const pick = (count: number): number => Math.min(Math.floor(random() * count), Math.max(count - 1, 0));
  const colour = (slot: number): number => pick(choices.palettes[slot]?.length ?? 1);
  return {
    body: pick(choices.bodies.length),
    hair: pick(choices.hairs.length),
    colours: [colour(0), colour(1), colour(2), colour(3), colour(4)],
  };
}
