import { describe, expect, test } from 'vitest';
import { nameProblem } from './name-rules.ts';

describe('nameProblem', () => {
  test.each(['R', 'Rowan', 'Old Tom', 'Mary-Ann 2', 'abcdefghijkl', 'Zoë', 'Zoe\u0308'])('%s is a name', (name) => {
    expect(nameProblem(name)).toBeUndefined();
  });

  test.each([
    ['', '1 to 12'],
    ['   ', '1 to 12'],
    ['abcdefghijklm', 'At most 12'],
    ['Анна', 'Only letters'],
    ['a_b', 'Only letters'],
    [' Tom', 'beginning or the end'],
    ['Tom ', 'beginning or the end'],
    ['Old  Tom', 'One space'],
    ['12-3', 'one letter'],
  ])('%j is refused with a sentence', (name, part) => {
    expect(nameProblem(name)).toContain(part);
  });
});
