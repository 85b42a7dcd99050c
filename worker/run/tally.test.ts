import { expect, test } from 'vitest';
import { type CountedModule, tally, tallyLine } from './tally.ts';

const error = { message: 'boom' };

function moduleOf(states: readonly string[], errors = 0, suiteErrors = 0): CountedModule {
  return {
    errors: () => Array.from({ length: errors }, () => error),
    children: {
      allTests: () => states.map((state) => ({ result: () => ({ state }) })),
      allSuites: () => [{ errors: () => Array.from({ length: suiteErrors }, () => error) }],
    },
  };
}

test('tests are counted over all files, skipped ones as neither', () => {
  expect(tally([moduleOf(['passed', 'failed', 'skipped']), moduleOf(['passed'])], [])).toEqual({
    passed: 2,
    failed: 1,
  });
});

test('a file that does not load, a hook that throws and an error that nobody caught are failures', () => {
  expect(tally([moduleOf([], 1), moduleOf(['passed'], 0, 1)], [error])).toEqual({ passed: 1, failed: 3 });
});

test('a run that found nothing is a failure', () => {
  expect(tally([], [])).toEqual({ passed: 0, failed: 1 });
  expect(tally([moduleOf(['skipped'])], [])).toEqual({ passed: 0, failed: 1 });
});

test('the line is what scripts look for', () => {
  expect(tallyLine({ passed: 12, failed: 0 })).toBe('12 passed, 0 failed');
});
