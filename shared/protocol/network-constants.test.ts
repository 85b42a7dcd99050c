import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NETWORK_CONSTANTS } from './network-constants.ts';

const ROOT = join(import.meta.dirname, '../..');
const OWN_FILE = 'network-constants.ts';
const IS_CODE = /\.tsx?$/;
const IS_TESTING = /\.(test|test-kit|bench)\.tsx?$/;

/** The code that runs for players: tests, tools and what was built from it left out. */
function productCode(): string[] {
  const folders = ['shared', 'worker', 'web'];
  const isTool = /(^|\/)(run|bench|chaos|e2e|node_modules|generated|dist)\//;
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => IS_CODE.test(path) && !IS_TESTING.test(path) && !isTool.test(path) && !path.endsWith(OWN_FILE))
      .map((path) => readFileSync(join(ROOT, folder, path), 'utf8')),
  );
}

const code = productCode().filter((text) => text.includes('NETWORK_CONSTANTS'));

describe('network constants', () => {
  it.each(Object.keys(NETWORK_CONSTANTS))('%s has a reader', (name) => {
    const isRead = new RegExp(`NETWORK_CONSTANTS\\.${name}\\b|\\{[^{}]*\\b${name}\\b[^{}]*\\} = NETWORK_CONSTANTS`);
    expect(code.some((text) => isRead.test(text))).toBe(true);
  });

  it('the search for readers finds no reader of what does not exist', () => {
    expect(code.length).toBeGreaterThan(5);
    expect(code.some((text) => /NETWORK_CONSTANTS\.SNAPSHOT_RATE\b/.test(text))).toBe(false);
  });
});
