import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A hash over the names and contents of files, and of every file below folders; what does not exist counts as absent. */
export async function hashOf(...paths: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesUnder(path)) {
      hash.update(`${file}\0${statSync(file).size}\0`);
      hash.update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** Every file below a folder, sorted, so that the order never depends on the machine; a file stands for itself. */
export async function filesUnder(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.sort();
}

/**
 * Does `work` unless the stamp file already holds `key`. The stamp is written last: work that was cut off is done again.
 * Returns whether there was work.
 */
export async function unlessStamped(file: string, key: string, work: () => Promise<void>): Promise<boolean> {
  if (existsSync(file) && readFileSync(file, 'utf8') === key) return false;
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, key);
  return true;
}
