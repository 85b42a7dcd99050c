import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { IS_PREPARING, ROOT } from './paths.ts';
import { runTool } from './run-tool.ts';
import { hashOf, unlessStamped } from './stamp.ts';

const STAMP = join(ROOT, '.cache/stamps/types');

/** Writes `worker-configuration.d.ts` from wrangler.toml: the bindings in `Env`, and the runtime's own types. Returns whether they were out of date. */
export async function generateTypes(): Promise<boolean> {
  const output = join(ROOT, 'worker-configuration.d.ts');
  const inputs = [import.meta.filename, join(ROOT, 'wrangler.toml'), join(ROOT, 'node_modules/wrangler/package.json')];
  if (!existsSync(output) || !knowsObjects(output)) rmSync(STAMP, { force: true });
  return unlessStamped(STAMP, await hashOf(...inputs), async () => {
    await runTool('wrangler/bin/wrangler.js', ['types', output, '--strict-vars', 'false'], IS_PREPARING);
    // The compiler's incremental builds do not notice that these global types changed.
    rmSync(join(ROOT, '.cache/types'), { recursive: true, force: true });
  });
}

/** wrangler bundles the Worker to learn the classes of its objects, and leaves them out where that fails. */
function knowsObjects(file: string): boolean {
  return readFileSync(file, 'utf8').includes('DurableObjectNamespace<import(');
}
