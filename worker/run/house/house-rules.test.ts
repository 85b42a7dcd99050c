import { expect, test } from 'vitest';
import { checkBans } from './bans.ts';
import { checkFunctionLength } from './functions.ts';
import { checkImportDirection } from './import-direction.ts';
import { checkContentIds, checkTickLiteral, contentIds } from './literals.ts';
import { checkMachinePaths, checkMarks } from './marks.ts';
import type { Finding, Source } from './source.ts';
import { entryPoints, projectSources, projectTexts } from './tree.ts';
import { checkUnusedFiles } from './unused-files.ts';

const sources = projectSources();

function expectNone(findings: readonly Finding[]): void {
  expect(findings.map(({ path, line, text }) => `${path}:${line} ${text}`).join('\n')).toBe('');
}

function everywhere(check: (source: Source) => Finding[]): Finding[] {
  return sources.flatMap(check);
}

test('there is code to check', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(contentIds(sources).size).toBeGreaterThan(20);
});
test('imports point the way of the architecture', () => expectNone(everywhere(checkImportDirection)));
test('nothing reaches for what its folder must not know', () => expectNone(everywhere(checkBans)));
test('the simulation names no content', () => {
  const ids = contentIds(sources);
  expectNone(everywhere((source) => checkContentIds(source, ids)));
});
test('every file is imported by somebody', () => expectNone(checkUnusedFiles(sources, entryPoints())));
test('functions end within 70 lines', () => expectNone(everywhere(checkFunctionLength)));
test('the length of a tick is written once', () => expectNone(everywhere(checkTickLiteral)));
test('nothing is marked as unfinished or forced', () => expectNone(everywhere(checkMarks)));
test('no file names a path of one machine', () => {
  expectNone(projectTexts().flatMap(({ path, text }) => checkMachinePaths(path, text)));
});
