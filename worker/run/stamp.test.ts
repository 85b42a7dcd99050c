import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importClosure } from './import-closure.ts';
import { filesUnder, hashOf, unlessStamped } from './stamp.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'larkmark-stamp-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('a hash tells apart contents, names and what is missing', async () => {
  const folder = temporaryFolder();
  const hashes = new Set<string>([await hashOf(folder), await hashOf(join(folder, 'nothing'), folder)]);
  expect(hashes.size).toBe(1);
  writeFileSync(join(folder, 'a'), 'one');
  hashes.add(await hashOf(folder));
  writeFileSync(join(folder, 'a'), 'two');
  hashes.add(await hashOf(folder));
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'deep/a'), 'two');
  hashes.add(await hashOf(folder));
  expect(hashes.size).toBe(4);
  expect(await hashOf(folder)).toBe(await hashOf(folder));
  expect(await filesUnder(folder)).toEqual([join(folder, 'a'), join(folder, 'deep/a')]);
});

test('work is done once per key, and again if it failed', async () => {
  const stamp = join(temporaryFolder(), 'stamps/work');
  let count = 0;
  const work = async () => {
    count++;
    if (count === 1) throw new Error('cut off');
  };
  await expect(unlessStamped(stamp, 'key', work)).rejects.toThrow('cut off');
  expect(await unlessStamped(stamp, 'key', work)).toBe(true);
  expect(await unlessStamped(stamp, 'key', work)).toBe(false);
  expect(await unlessStamped(stamp, 'another', work)).toBe(true);
  expect(count).toBe(3);
});

test('a closure follows imports of every form, and ends in circles and at packages', () => {
  const folder = temporaryFolder();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('entry.ts', "import { a } from './a.ts';\nimport fs from 'node:fs';\nexport type { B } from './b.ts';");
  write('a.ts', "import './entry.ts';\nconst later = await import('./later.ts');");
  for (const name of ['b.ts', 'later.ts', 'other.ts']) write(name, '');
  const names = importClosure(join(folder, 'entry.ts')).map((file) => file.slice(folder.length + 1));
  expect(names).toEqual(['a.ts', 'b.ts', 'entry.ts', 'later.ts']);
});
