import { BODIES, COLOUR_PARTS, HAIR_STYLES, PALETTES } from '../../../shared/content/looks.ts';
import type { ChosenLook } from '../ports.ts';

/** What a new character starts with before anything is chosen. */
export const FIRST_LOOK: ChosenLook = { body: 0, hair: 0, colours: [0, 0, 0, 0, 0] };

/** The look with another colour in one slot. */
export function withColour(look: ChosenLook, slot: number, colour: number): ChosenLook {
  const [skin, hair, shirt, trousers, boots] = look.colours;
  const colours: ChosenLook['colours'] = [skin, hair, shirt, trousers, boots];
  colours[slot] = colour;
  return { ...look, colours };
}

/** The hair style some steps on, around the end of the table. */
export function hairAfter(hair: number, steps: number): number {
  const count = HAIR_STYLES.length;
  return (((hair + steps) % count) + count) % count;
}

/** A look drawn by lot. A slight body draws no beard; whoever wants one chooses it. @param random uniform in 0 (included) to 1 */
export function randomLook(random: () => number): ChosenLook {
  const pick = (count: number): number => Math.min(Math.floor(random() * count), count - 1);
  const body = pick(BODIES.length);
  const hairs = HAIR_STYLES.flatMap(({ beard }, index) => (beard && body !== 0 ? [] : [index]));
  const hair = hairs[pick(hairs.length)] ?? 0;
  const colours: ChosenLook['colours'] = [0, 0, 0, 0, 0];
  for (const slot of COLOUR_PARTS.keys()) colours[slot] = pick(PALETTES[slot]?.length ?? 1);
  return { body, hair, colours };
}
