/**
 * Builds every model and map and the manifest that names them. Run as a script it fills
 * `.cache/assets`; an argument names another folder.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ASSETS } from './asset-list.ts';

/** Digits of a content hash in names of files. */
const HASH_DIGITS = 12;

export interface AssetManifest {
  readonly files: Readonly<Record<string, { readonly path: string; readonly hash: string; readonly bytes: number }>>;
  /** Hash over all files: two builds of one version hold the same bytes. */
  readonly version: string;
}

export interface BuildOptions {
  /** Folder to fill; what an earlier build left there goes. */
  readonly out: string;
  readonly log?: (line: string) => void;
}

/** Builds all assets. The same sources give the same bytes; files that have not changed are left alone. */
export async function buildAssets({
  out,
  log = () => undefined,
}: BuildOptions): Promise<{ version: string; files: number; bytes: number }> {
  const files: Record<string, AssetManifest['files'][string]> = {};
  const written = new Set<string>();
  let total = 0;
  for (const [name, build] of Object.entries(ASSETS)) {
    const content = await build();
    const hash = hashOf(content);
    const path = name.replace(/\.([^.]+)$/, `.${hash}.$1`);
    writeChanged(join(out, path), content);
    written.add(path);
    files[name] = { path, hash, bytes: content.byteLength };
    total += content.byteLength;
    log(`${name}  ${content.byteLength} bytes`);
  }
  const version = hashOf(JSON.stringify(files));
  const manifest: AssetManifest = { files, version };
  for (const path of [`manifest.${version}.json`, 'manifest.json']) {
    writeChanged(join(out, path), JSON.stringify(manifest));
    written.add(path);
  }
  for (const path of filesIn(out)) if (!written.has(path)) rmSync(join(out, path));
  return { version, files: Object.keys(files).length, bytes: total };
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, HASH_DIGITS);
}

/** Whole or not at all: a reader never sees half a file. */
function writeChanged(file: string, content: Uint8Array | string): void {
  const bytes = Buffer.from(content);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.partial`, bytes);
  renameSync(`${file}.partial`, file);
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

if (import.meta.main) {
  const out = process.argv[2] ?? join(import.meta.dirname, '../../.cache/assets');
  const { version, files, bytes } = await buildAssets({ out, log: (line) => console.log(line) });
  console.log(`${files} files, ${bytes} bytes, version ${version}, in ${out}`);
}
