import type { SerializedError } from 'vitest';
import type { TestModule, TestSuite } from 'vitest/node';

/** What a run comes to, as the last line of `npm test` says it. */
export type Tally = { readonly passed: number; readonly failed: number };

/** What a tally needs of a test file; a `TestModule` of vitest is one. */
export type CountedModule = {
  readonly children: {
    allTests(): Iterable<{ result(): { readonly state: string } }>;
    allSuites(): Iterable<Pick<TestSuite, 'errors'>>;
  };
  errors: TestModule['errors'];
};

/**
 * Counts tests. A file that could not be collected, a suite whose hooks threw and an error that no test caught count as
 * one failed each, and so does a run that found nothing: silence must never look like success.
 */
export function tally(modules: readonly CountedModule[], unhandled: readonly SerializedError[]): Tally {
  let passed = 0;
  let failed = unhandled.length;
  for (const module of modules) {
    failed += module.errors().length;
    for (const suite of module.children.allSuites()) failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed++;
      if (state === 'failed') failed++;
    }
  }
  return passed + failed === 0 ? { passed, failed: 1 } : { passed, failed };
}

/** The last line of a run. */
export function tallyLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
