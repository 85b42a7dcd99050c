import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IS_PREPARING, ROOT } from '../paths.ts';
import { runTool } from '../run-tool.ts';
import { filesUnder, hashOf } from '../stamp.ts';

const FOLDER = join(ROOT, '.cache/real-world');
/** Bundles of older sources are kept for worlds that still run on them. */
const KEPT_MS = 24 * 60 * 60 * 1000;
const NOT_DEPLOYED = /\.test(-kit)?\.ts$|[\\/]worker[\\/](run|bench|chaos)[\\/]/;

/** File in a bundle's folder that holds its bindings, as Miniflare takes them. */
export const OPTIONS_FILE = 'options.json';

/**
 * Bundles the Worker as a deployment does, unless that was done for these very sources before.
 * Returns the folder: the modules, and the bindings of wrangler.toml without this machine's secrets.
 */
export async function buildBundle(): Promise<string> {
  const inputs = await Promise.all(
    ['worker', 'shared', 'wrangler.toml', 'package-lock.json'].map((path) => filesUnder(join(ROOT, path))),
  );
  const hash = await hashOf(...inputs.flat().filter((file) => !NOT_DEPLOYED.test(file)));
  const folder = join(FOLDER, `bundle-${hash.slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(FOLDER, { recursive: true });
  forgetOld();
  // Made beside its place and moved there whole, so that nobody ever starts half a bundle.
  const draft = `${folder}.${process.pid}`;
  await runTool('wrangler/bin/wrangler.js', ['deploy', '--dry-run', '--outdir', draft], IS_PREPARING);
  await writeOptions(draft);
  if (existsSync(folder)) rmSync(draft, { recursive: true });
  else renameSync(draft, folder);
  return folder;
}

/**
 * The configuration is read from a folder without .dev.vars: whoever starts the bundle brings its own keys. That they
 * are missing is nothing that wrangler need warn of.
 */
async function writeOptions(folder: string): Promise<void> {
  const { unstable_getMiniflareWorkerOptions } = await import('wrangler');
  const configPath = join(folder, 'wrangler.toml');
  copyFileSync(join(ROOT, 'wrangler.toml'), configPath);
  const { WRANGLER_LOG } = process.env;
  process.env.WRANGLER_LOG = 'none';
  const { workerOptions } = unstable_getMiniflareWorkerOptions(configPath);
  if (WRANGLER_LOG === undefined) delete process.env.WRANGLER_LOG;
  else process.env.WRANGLER_LOG = WRANGLER_LOG;
  writeFileSync(join(folder, OPTIONS_FILE), JSON.stringify(workerOptions));
}

function forgetOld(): void {
  for (const entry of readdirSync(FOLDER)) {
    const path = join(FOLDER, entry);
    if (basename(path).startsWith('bundle-') && Date.now() - statSync(path).mtimeMs > KEPT_MS)
      rmSync(path, { recursive: true, force: true });
  }
}
