import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASSETS_FOLDER, ROOT, STATE_FOLDER } from './paths.ts';
import { filesUnder, hashOf, unlessStamped } from './stamp.ts';

const MIGRATIONS_FOLDER = join(ROOT, 'worker/directory/migrations');
const IMMUTABLE = 'public, max-age=31536000, immutable';
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  glb: 'model/gltf-binary',
  json: 'application/json',
  png: 'image/png',
  webp: 'image/webp',
};

/** The parts of the Worker's bindings that set-up fills. Structural, because the generated types are the Worker's alone. */
type Database = {
  exec(sql: string): Promise<unknown>;
  prepare(sql: string): Statement;
  batch(statements: Statement[]): Promise<unknown>;
};
type Statement = { bind(...values: unknown[]): Statement; all<Row>(): Promise<{ results: Row[] }> };
type Bucket = {
  head(key: string): Promise<{ size: number } | null>;
  put(key: string, body: Uint8Array, options: { httpMetadata: Record<string, string> }): Promise<unknown>;
};
type Bindings = { readonly DIRECTORY: Database; readonly ASSETS: Bucket };

/**
 * Brings a folder of local state up to date: D1's migrations are applied and built assets put into R2.
 * Returns whether there was anything to do.
 * @param folder as for `wrangler dev --persist-to`; its own default if left out
 */
export async function seedState(folder: string = STATE_FOLDER): Promise<boolean> {
  const key = await hashOf(MIGRATIONS_FOLDER, join(ASSETS_FOLDER, 'manifest.json'));
  return unlessStamped(join(folder, 'seeded'), key, async () => {
    const { getPlatformProxy } = await import('wrangler');
    const configPath = await storesOnly();
    const persist = { path: join(folder, 'v3') };
    const platform = await getPlatformProxy<Bindings>({ configPath, persist, remoteBindings: false });
    try {
      await migrate(platform.env.DIRECTORY);
      await putAssets(platform.env.ASSETS);
    } finally {
      await platform.dispose();
    }
  });
}

/** The database and the bucket of wrangler.toml without the rest: the proxy would warn of objects that it cannot run. */
async function storesOnly(): Promise<string> {
  const { unstable_readConfig } = await import('wrangler');
  const { name, compatibility_date, d1_databases, r2_buckets } = unstable_readConfig({
    config: join(ROOT, 'wrangler.toml'),
  });
  const file = join(ROOT, '.cache/stores.json');
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(file, JSON.stringify({ name, compatibility_date, d1_databases, r2_buckets }));
  return file;
}

/** Keeps the same books as `wrangler d1 migrations apply`, which needs seconds and a process for it. */
async function migrate(database: Database): Promise<void> {
  await database.exec(
    'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
  );
  const { readD1Migrations } = await import('@cloudflare/vitest-plugin');
  const { results } = await database.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const applied = new Set(results.map((row) => row.name));
  for (const { name, queries } of await readD1Migrations(MIGRATIONS_FOLDER)) {
    if (applied.has(name)) continue;
    const record = database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name);
    await database.batch([...queries.map((query) => database.prepare(query)), record]);
  }
}

/** A name with a hash never changes its content, so what is there already is left alone. */
async function putAssets(bucket: Bucket): Promise<void> {
  if (!existsSync(join(ASSETS_FOLDER, 'manifest.json'))) throw new Error(`${ASSETS_FOLDER} holds no manifest.json.`);
  for (const file of await filesUnder(ASSETS_FOLDER)) {
    const key = file.slice(ASSETS_FOLDER.length + 1).replaceAll('\\', '/');
    const isHashed = key !== 'manifest.json';
    if (isHashed && (await bucket.head(key)) !== null) continue;
    const contentType = CONTENT_TYPES[key.slice(key.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    const cacheControl = isHashed ? IMMUTABLE : 'no-cache';
    await bucket.put(key, readFileSync(file), { httpMetadata: { contentType, cacheControl } });
  }
}
