import { describe, expect, test } from 'vitest';
import { checkFunctionLength } from './functions.ts';
import { checkContentIds, checkTickLiteral, contentIds } from './literals.ts';
import { checkMachinePaths, checkMarks } from './marks.ts';
import { parseSource } from './source.ts';
import { checkUnusedFiles } from './unused-files.ts';

const lines = (count: number) => `function long() {\n${'  step();\n'.repeat(count - 2)}}`;

describe('long functions', () => {
  test('seventy lines pass, seventy-one do not', () => {
    expect(checkFunctionLength(parseSource('web/a.ts', lines(70)))).toEqual([]);
    expect(checkFunctionLength(parseSource('web/a.ts', lines(71)))).toEqual([
      { path: 'web/a.ts', line: 1, text: expect.stringContaining('71 lines') },
    ]);
  });

  test('methods and arrows count, tests do not', () => {
    const body = '\n'.repeat(80);
    expect(
      checkFunctionLength(parseSource('web/a.ts', `const f = () => {${body}}; class A { m() {${body}} }`)),
    ).toHaveLength(2);
    expect(checkFunctionLength(parseSource('web/a.test.ts', lines(80)))).toEqual([]);
  });
});

describe('the length of a tick', () => {
  test('stands in one place', () => {
    const found = checkTickLiteral(parseSource('worker/region/a.ts', '\nconst slot = 600;'));
    expect(found).toEqual([
      { path: 'worker/region/a.ts', line: 2, text: expect.stringContaining('network-constants') },
    ]);
    expect(checkTickLiteral(parseSource('shared/protocol/network-constants.ts', 'const a = 600;'))).toEqual([]);
    expect(checkTickLiteral(parseSource('worker/region/a.ts', 'const slot = 6000; const text = "600";'))).toEqual([]);
  });
});

describe('ids of the content', () => {
  const tables = [
    parseSource(
      'shared/content/a.ts',
      "export const TREES = { oak: { level: 1 }, 'old yew': { level: 60 } } as const satisfies Rows; export const SIZE = { x: 1 };",
    ),
  ];

  test('are the keys of tables of rows', () => {
    expect(contentIds(tables)).toEqual(new Set(['oak', 'old yew']));
  });

  test('may not be spelled in the simulation', () => {
    const text = "if (tree.kind === 'oak') fell();";
    expect(checkContentIds(parseSource('worker/sim/a.ts', text), contentIds(tables))).toHaveLength(1);
    expect(checkContentIds(parseSource('worker/content/a.ts', text), contentIds(tables))).toEqual([]);
  });
});

describe('marks', () => {
  test.each([
    '// TODO: later',
    '/* FIXME */',
    '// @ts-expect-error it is fine',
    '// biome-ignore lint: no',
    'const a = b as unknown as C;',
  ])('%s', (text) => {
    expect(checkMarks(parseSource('web/a.ts', text))).toHaveLength(1);
  });

  test('a cast, and the words in a text, are no marks', () => {
    expect(checkMarks(parseSource('web/a.ts', "const a = b as C; const text = 'TODO list';"))).toEqual([]);
  });

  test('paths of one machine are found in any text', () => {
    const home = ['', 'home', 'ada', 'x'].join('/');
    expect(checkMachinePaths('README.md', `one\nsee ${home}`)).toEqual([
      { path: 'README.md', line: 2, text: expect.stringContaining('root') },
    ]);
    expect(checkMachinePaths('README.md', 'see https://example.org/home/ada and worker/run')).toEqual([]);
  });
});

describe('unused files', () => {
  const tree = [
    parseSource('web/main.ts', "import './used.ts'; import('./later.ts'); new URL('./thread.ts', import.meta.url);"),
    parseSource('web/used.ts', "export type { A } from './types.ts';"),
    ...['later', 'thread', 'types', 'kit.test-kit'].map((name) => parseSource(`web/${name}.ts`, '')),
    parseSource('web/a.test.ts', "import './kit.test-kit.ts';"),
    parseSource('web/round.ts', "import './trip.ts';"),
    parseSource('web/trip.ts', "import './round.ts';"),
  ];

  test('are those that no entry and no test reaches, however they hold on to each other', () => {
    expect(checkUnusedFiles(tree, ['web/main.ts']).map(({ path }) => path)).toEqual(['web/round.ts', 'web/trip.ts']);
  });
});
