// `npm test [-- <file or vitest option> ...]`: set-up, then one vitest run over every project.
import { parseCLI, startVitest } from 'vitest/node';
import { prepare } from './prepare.ts';
import { tallyLine } from './tally.ts';

const config = 'worker/run/vitest.config.ts';
/** Twice the budget of a whole run. A test that hangs outside of vitest's own limits must not hang whoever waits for it. */
const LIMIT_MINUTES = 20;

try {
  await prepare();
  const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
  if (options.watch !== true) limitTime();
  const vitest = await startVitest(filter, { config, ...options });
  if (!vitest.shouldKeepServer()) await vitest.exit();
} catch (error) {
  console.error(error);
  console.log(`\n${tallyLine({ passed: 0, failed: 1 })}`);
  process.exit(1);
}

function limitTime(): void {
  const timer = setTimeout(() => {
    console.error(`\nThe tests did not end within ${LIMIT_MINUTES} minutes.`);
    process.exit(1);
  }, LIMIT_MINUTES * 60_000);
  timer.unref();
}
