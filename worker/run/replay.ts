// `npm run replay FILE`: runs a region's journal again and names the first tick that differs. It runs on the ground that
// was built last: a journal that was kept on other ground differs.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { builtRules } from './built-rules.ts';
import { compare, readJournal } from './journal-file.ts';

const USAGE = `Usage: npm run replay FILE
  FILE  a journal, as npm run region journal hearthvale FILE saves it
  0: every tick is as recorded; 1: one differs; 2: the file or the assets cannot be used`;

const { positionals } = parseArgs({ allowPositionals: true });
process.exitCode = run(positionals);

function run([file, ...more]: readonly string[]): number {
  if (file === undefined || more.length > 0) return fail(USAGE);
  if (!existsSync(file)) return fail(`There is no ${file}.`);
  try {
    const journal = readJournal(readFileSync(file, 'utf8'));
    const { isSame, lines } = compare(journal, builtRules(journal.region));
    console.log(
      [`${file}: ${journal.region}`, ...lines, isSame ? 'every tick is as recorded' : 'it differs'].join('\n'),
    );
    return isSame ? 0 : 1;
  } catch (error) {
    return fail(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fail(text: string): number {
  console.error(text);
  return 2;
}
