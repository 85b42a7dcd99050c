import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';
import { type Tally, tally, tallyLine } from './tally.ts';

/** Prints `N passed, N failed` as the very last line, when the process exits, and makes the exit code agree with it. */
export default class TallyReporter implements Reporter {
  #latest: Tally | undefined;
  readonly #running = new Set<string>();

  onInit(): void {
    process.once('exit', () => {
      if (this.#latest === undefined)
        console.error(`\nCut off while running ${[...this.#running].join(', ') || 'nothing'}.`);
      // A run that was cut off, or that vitest calls failed for a reason without a test, must not read as a success.
      const { passed, failed } = this.#latest ?? { passed: 0, failed: 1 };
      const shown = { passed, failed: failed === 0 && process.exitCode ? 1 : failed };
      if (shown.failed > 0) process.exitCode ||= 1;
      process.stdout.write(`\n${tallyLine(shown)}\n`);
    });
  }

  onTestModuleStart({ relativeModuleId }: TestModule): void {
    this.#running.add(relativeModuleId);
  }

  onTestModuleEnd({ relativeModuleId }: TestModule): void {
    this.#running.delete(relativeModuleId);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    this.#latest = tally(modules, unhandled);
  }
}
