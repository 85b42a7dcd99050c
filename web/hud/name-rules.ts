/** Longest name of a character. */
export const NAME_MAX = 12;

/** What is wrong with a name, as a sentence for the player; undefined where nothing is. */
export function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'Choose a name: 1 to 12 characters.';
  if (!/^[A-Za-z0-9 -]*$/.test(name)) return 'Only letters, digits, spaces and hyphens.';
  if (name.length > NAME_MAX) return `At most ${NAME_MAX} characters.`;
  if (/^[ -]|[ -]$/.test(name)) return 'Begin and end with a letter or a digit.';
  if (/[ -]{2}/.test(name)) return 'One space or hyphen at a time.';
  return undefined;
}
