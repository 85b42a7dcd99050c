import { join } from 'node:path';

/** The repository's folder. */
export const ROOT = join(import.meta.dirname, '../..');

/** Built assets: files named by their hash, and `manifest.json`. */
export const ASSETS_FOLDER = join(ROOT, '.cache/assets');

/** Where `wrangler dev` keeps objects, database and bucket on this machine. */
export const STATE_FOLDER = join(ROOT, '.wrangler/state');

/** Set for what set-up itself runs: wrangler calls set-up before it bundles, and must not start it over. */
export const IS_PREPARING = { LARKMARK_PREPARING: '1' } as const;
