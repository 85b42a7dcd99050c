import { posix } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

/** One import, re-export, dynamic import or type import of a file. */
export type ImportOf = {
  readonly specifier: string;
  /** Path from the repository's root for a relative specifier, undefined for a package. */
  readonly target: string | undefined;
  readonly isType: boolean;
  readonly start: number;
};

/** A parsed file of the project. */
export type Source = {
  /** From the repository's root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly program: ESTree.Program;
  readonly comments: readonly { readonly value: string; readonly start: number }[];
  readonly imports: readonly ImportOf[];
};

/** A breach of a rule: where, what, and what to do instead. */
export type Finding = { readonly path: string; readonly line: number; readonly text: string };

const TEST_FILE = /\.(test|bench)\.tsx?$/;
/** A URL may also name a folder, or a file that is no code. */
const IS_MODULE = /^\..*\.tsx?$/;
const TEST_SUPPORT = /\.test-kit\.tsx?$/;

/** Whether a runner of tests starts at this file. */
export function isTest(path: string): boolean {
  return TEST_FILE.test(path);
}

/** Whether a file only exists to test others: it may do what the product must not. */
export function isTesting(path: string): boolean {
  return isTest(path) || TEST_SUPPORT.test(path) || path.startsWith('web/e2e/');
}

/** Whether a path lies in one of the folders, or is one of the files. */
export function isIn(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}

/** @throws if the text does not parse */
export function parseSource(path: string, text: string): Source {
  const { program, comments, module, errors } = parseSync(path, text);
  const error = errors[0];
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const imports = module.staticImports.map(({ moduleRequest, entries, start }) =>
    importOf(path, moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType), start),
  );
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType, start } of entries) {
      if (moduleRequest !== null) imports.push(importOf(path, moduleRequest.value, isType, start));
    }
  }
  return { path, text, program, comments, imports: [...imports, ...importsWithin(path, program)] };
}

/** Dynamic imports, type imports, and modules named by `new URL('./x.ts', import.meta.url)`. */
function importsWithin(path: string, program: ESTree.Program): ImportOf[] {
  const found: ImportOf[] = [];
  const add = (node: ESTree.Node | undefined, isType: boolean) => {
    const specifier = node === undefined ? undefined : stringOf(node);
    if (node !== undefined && specifier !== undefined) found.push(importOf(path, specifier, isType, node.start));
  };
  new Visitor({
    ImportExpression: (node) => add(node.source, false),
    TSImportType: (node) => add(node.source, true),
    NewExpression: (node) => {
      const isUrl = node.callee.type === 'Identifier' && node.callee.name === 'URL' && node.arguments.length === 2;
      const first = node.arguments[0];
      if (isUrl && first !== undefined && IS_MODULE.test(stringOf(first) ?? '')) add(first, false);
    },
  }).visit(program);
  return found;
}

function stringOf(node: ESTree.Node): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

function importOf(path: string, specifier: string, isType: boolean, start: number): ImportOf {
  // A suffix such as ?raw or ?url tells Vite how to load the file.
  const file = specifier.split('?')[0] ?? specifier;
  const target = file.startsWith('.') ? posix.join(posix.dirname(path), file) : undefined;
  return { specifier, target, isType, start };
}

/** A finding at a position of a source. */
export function findingAt({ path, text }: Pick<Source, 'path' | 'text'>, start: number, what: string): Finding {
  return { path, line: text.slice(0, start).split('\n').length, text: what };
}
