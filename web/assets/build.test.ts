import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AssetManifest, buildAssets } from './build.ts';

const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'larkmark-assets-')));
const [first = '', second = ''] = folders;
const BUILD_MS = 120_000;

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const manifestOf = (folder: string): AssetManifest => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

beforeAll(async () => {
  await buildAssets({ out: first });
  writeFileSync(join(second, 'left-behind.glb'), 'from an earlier version');
  await buildAssets({ out: second });
}, BUILD_MS);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('the build of assets', () => {
  test('gives the same bytes twice, and clears what an earlier one left', () => {
    expect(filesIn(second)).toEqual(filesIn(first));
    for (const file of filesIn(first)) {
      expect(readFileSync(join(second, file)).equals(readFileSync(join(first, file))), file).toBe(true);
    }
  });

  test('names every file by its content', () => {
    const { files, version } = manifestOf(first);
    for (const [name, { path, hash, bytes }] of Object.entries(files)) {
      const content = readFileSync(join(first, path));
      expect(content.byteLength, name).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex').slice(0, 12), name).toBe(hash);
      expect(path).toBe(name.replace(/\.(\w+)$/, `.${hash}.$1`));
    }
    expect(readFileSync(join(first, `manifest.${version}.json`), 'utf8')).toBe(
      readFileSync(join(first, 'manifest.json'), 'utf8'),
    );
  });

  test('stays within what a first visit may load, compressed', () => {
    const { files } = manifestOf(first);
    const sizes = Object.entries(files).map(([name, { path }]) => {
      return [name, brotliCompressSync(readFileSync(join(first, path))).byteLength] as const;
    });
    const sum = (pattern: RegExp) => sizes.reduce((total, [name, size]) => total + (pattern.test(name) ? size : 0), 0);
    expect(sum(/people|creatures/)).toBeLessThan(165_000);
    expect(sum(/./)).toBeLessThan(600_000);
  });
});
