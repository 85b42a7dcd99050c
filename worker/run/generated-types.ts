import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.ts';
import { runTool } from './run-tool.ts';
import { hashOf, unlessStamped } from './stamp.ts';

const STAMP = join(ROOT, '.cache/stamps/types');

/** Writes `worker-configuration.d.ts` from wrangler.toml: the bindings in `Env`, and the runtime's own types. Returns whether they were out of date. */
export async function generateTypes(): Promise<boolean> {
  const output = join(ROOT, 'worker-configuration.d.ts');
  const entry = existsSync(join(ROOT, 'worker/index.ts')) ? 'with' : 'without';
  const inputs = await hashOf(
    ...[import.meta.filename, join(ROOT, 'wrangler.toml'), join(ROOT, 'node_modules/wrangler/package.json')],
  );
  if (!existsSync(output)) rmSync(STAMP, { force: true });
  return unlessStamped(STAMP, `${inputs} ${entry}`, () =>
    runTool('wrangler/bin/wrangler.js', ['types', output, '--strict-vars', 'false']),
  );
}
