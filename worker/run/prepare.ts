// What must be there before anything runs: local secrets, generated types, built assets, local database and bucket.
// Every step is skipped when its inputs are unchanged, so this may run before everything and costs milliseconds.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compileAssets } from './compiled-assets.ts';
import { generateTypes } from './generated-types.ts';
import { importClosure } from './import-closure.ts';
import { seedState } from './local-state.ts';
import { ASSETS_FOLDER, ROOT } from './paths.ts';
import { generateSecrets } from './secrets.ts';
import { hashOf, unlessStamped } from './stamp.ts';

/** Prepares this machine and says what there was to do. @throws what the step that failed says */
export async function prepare(): Promise<void> {
  generateSecrets();
  await prepareAssets();
  await Promise.all([timed('types of the bindings', generateTypes), timed('local database and bucket', seedState)]);
}

/** Builds models, maps and their manifest where their sources changed, and what the Worker compiles in of them. */
export async function prepareAssets(): Promise<void> {
  const stamp = join(ROOT, '.cache/stamps/assets');
  if (!existsSync(join(ASSETS_FOLDER, 'manifest.json'))) rmSync(stamp, { force: true });
  const key = await hashOf(...importClosure(join(ROOT, 'web/assets/build.ts')), join(ROOT, 'package-lock.json'));
  await timed('models and maps', () =>
    unlessStamped(stamp, key, async () => {
      // Loaded only when needed: the builders and their mesh libraries take longer to load than the rest takes to run.
      const { buildAssets } = await import('../../web/assets/build.ts');
      await buildAssets({ out: ASSETS_FOLDER });
    }),
  );
  compileAssets();
}

/** Prints a line for a step that had work to do. */
async function timed(what: string, step: () => Promise<boolean>): Promise<void> {
  const start = performance.now();
  const hadWork = await step();
  if (hadWork) console.log(`set-up  ${what}  ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

if (import.meta.main && process.env.LARKMARK_PREPARING === undefined) {
  // wrangler runs this before it bundles. A deployment needs the assets, and has no local state.
  const command = process.env.WRANGLER_COMMAND ?? 'dev';
  await (command === 'dev' ? prepare() : prepareAssets());
}
