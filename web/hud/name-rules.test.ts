import { describe, expect, test } from 'vitest';
import { nameProblem } from './name-rules.ts';

describe('nameProblem', () => {
  test.each(['R', 'Rowan', 'Old Tom', 'Mary-Ann 2', 'abcdefghijkl'])('%s is a name', (name) => {
    expect(nameProblem(name)).toBeUndefined();
  });

  test.each([
    ['', '1 to 12'],
    ['   ', '1 to 12'],
    ['abcdefghijklm', 'At most 12'],
    ['Zoë', 'Only letters'],
    ['a_b', 'Only letters'],
    ['-Tom', 'Begin and end'],
    ['Tom ', 'Begin and end'],
    ['Old  Tom', 'One space'],
    ['a -b', 'One space'],
  ])('%j is refused with a sentence', (name, part) => {
    expect(nameProblem(name)).toContain(part);
  });
});
