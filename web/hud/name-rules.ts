/** Longest name of a character, in characters. */
export const NAME_MAX = 12;

/**
 * What is wrong with a name, as a sentence for the player; undefined where nothing is. The server judges again, and knows
 * also what is taken and what is reserved.
 */
export function nameProblem(name: string): string | undefined {
  const characters = [...name.normalize('NFC')];
  if (name.trim() === '') return 'Choose a name: 1 to 12 characters.';
  if (!characters.every((character) => isLetter(character) || /^[0-9 -]$/.test(character))) {
    return 'Only letters, digits, spaces and hyphens.';
  }
  if (characters.length > NAME_MAX) return `At most ${NAME_MAX} characters.`;
  if (name !== name.trim()) return 'No space at the beginning or the end.';
  if (name.includes('  ')) return 'One space at a time.';
  if (!characters.some(isLetter)) return 'At least one letter.';
  return undefined;
}

function isLetter(character: string): boolean {
  return /^\p{Script=Latin}$/u.test(character) && /^\p{L}$/u.test(character);
}
