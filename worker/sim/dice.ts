/**
 * The simulation's only source of chance: Chris Doty-Humphrey's small fast counter generator
 * (sfc32), whose four words are part of the world's state. Integers throughout, so that every
 * engine rolls the same.
 */
export interface Dice {
  a: number;
  b: number;
  c: number;
  counter: number;
}

/** Dice from a seed; the first rounds are thrown away, so that near seeds give unlike dice. */
export function createDice(seed: number): Dice {
  const dice: Dice = { a: seed | 0, b: (seed ^ 0x9e3779b9) | 0, c: 0x243f6a88, counter: 1 };
  for (let round = 0; round < 12; round++) rollBits(dice);
  return dice;
}

/** 32 random bits as an unsigned integer. */
export function rollBits(dice: Dice): number {
  const sum = (dice.a + dice.b + dice.counter) | 0;
  dice.counter = (dice.counter + 1) | 0;
  dice.a = dice.b ^ (dice.b >>> 9);
  dice.b = (dice.c + (dice.c << 3)) | 0;
  dice.c = ((dice.c << 21) | (dice.c >>> 11)) + sum;
  dice.c |= 0;
  return sum >>> 0;
}

/** A uniform integer from 0 to `sides` - 1, without the bias of a plain remainder. `sides` is 1 to 2^32. */
export function roll(dice: Dice, sides: number): number {
  const limit = 0x1_0000_0000 - (0x1_0000_0000 % sides);
  for (;;) {
    const bits = rollBits(dice);
    if (bits < limit) return bits % sides;
  }
}

/** A uniform integer from `low` to `high`, both included. */
export function rollBetween(dice: Dice, low: number, high: number): number {
  return low + roll(dice, high - low + 1);
}
