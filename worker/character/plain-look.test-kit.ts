import type { ChosenLook } from './save.ts';

/** A look for tests that look at nobody. */
export const PLAIN_LOOK: ChosenLook = { body: 0, hair: 0, colours: [0, 0, 0, 0, 0] };
