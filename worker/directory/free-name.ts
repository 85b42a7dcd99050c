const FIRST_WORDS = [
  'Amber',
  'Brisk',
  'Calm',
  'Dapper',
  'Early',
  'Fern',
  'Grey',
  'Hazel',
  'Jolly',
  'Merry',
  'Quiet',
  'Rowan',
];
const SECOND_WORDS = ['Finch', 'Heron', 'Lark', 'Otter', 'Robin', 'Swift', 'Thorn', 'Wren'];
/** Numbers that may follow a first word. */
const NUMBERS = 9000;
const LEAST_NUMBER = 1000;

/**
 * A name for somebody who chose none: two words at first, then a word with four digits, of which
 * there are over a hundred thousand. At most 12 characters.
 *
 * @param random uniform in [0, 1)
 */
export function inventName(attempt: number, random: () => number): string {
  const first = pick(FIRST_WORDS, random);
  if (attempt === 0) return `${first} ${pick(SECOND_WORDS, random)}`;
  return `${first} ${LEAST_NUMBER + Math.floor(random() * NUMBERS)}`;
}

function pick(words: readonly string[], random: () => number): string {
  const word = words[Math.floor(random() * words.length)];
  if (word === undefined) throw new Error('a random number outside [0, 1)');
  return word;
}
