import { BODIES, HAIR_STYLES, PALETTES } from '../../shared/content/looks.ts';
import type { ChosenLook } from './save.ts';

/** Whether a new character may look like this: every number is a row of its table. */
export function isOfferedLook(look: ChosenLook): boolean {
  const { body, hair, colours } = look;
  return body < BODIES.length && hair < HAIR_STYLES.length && colours.every((row, part) => row < rowsOf(part));
}

/**
 * A look for somebody who chose none.
 *
 * @param random uniform in [0, 1)
 */
export function inventLook(random: () => number): ChosenLook {
  const row = (count: number) => Math.floor(random() * count);
  const colour = (part: number) => row(rowsOf(part));
  return {
    body: random() < 0.5 ? 0 : 1,
    hair: row(HAIR_STYLES.length),
    colours: [colour(0), colour(1), colour(2), colour(3), colour(4)],
  };
}

function rowsOf(part: number): number {
  return PALETTES[part]?.length ?? 0;
}
