import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ID = /\[([A-Z]{2}\d+)\]/g;
const idsIn = (text: string) => [...text.matchAll(ID)].map(([, id = '']) => id);

const rules = idsIn(readFileSync(join(import.meta.dirname, 'RULES.md'), 'utf8'));
const cited = new Set(
  readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts') && path !== 'rules-text.test.ts')
    .flatMap(
      (path) => readFileSync(join(import.meta.dirname, path), 'utf8').match(/\bit(\.each\(.*\))?\(\s*'[^']*'/g) ?? [],
    )
    .flatMap(idsIn),
);

describe('the rules of the simulation', () => {
  it('have each its own number', () => {
    expect(rules.length).toBeGreaterThan(40);
    expect(new Set(rules).size).toBe(rules.length);
  });

  it('are each held by a test', () => {
    expect(rules.filter((id) => !cited.has(id))).toEqual([]);
  });

  it('are all that tests cite', () => {
    expect([...cited].filter((id) => !rules.includes(id))).toEqual([]);
  });
});
