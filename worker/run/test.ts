// `npm test [-- <file or vitest option> ...]`: set-up, then one vitest run over every project.
import { parseCLI, startVitest } from 'vitest/node';
import { prepare } from './prepare.ts';
import { tallyLine } from './tally.ts';

const config = 'worker/run/vitest.config.ts';

try {
  await prepare();
  const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
  const vitest = await startVitest(filter, { config, ...options });
  if (!vitest.shouldKeepServer()) await vitest.exit();
} catch (error) {
  console.error(error);
  console.log(`\n${tallyLine({ passed: 0, failed: 1 })}`);
  process.exit(1);
}
