import { type ESTree, Visitor } from 'vite';
import { NETWORK_CONSTANTS } from '../../../shared/protocol/network-constants.ts';
import { type Finding, findingAt, isIn, isTesting, type Source } from './source.ts';

const TICK_MS = NETWORK_CONSTANTS.TICK_DURATION_MS;

/** Prices, distances and drawings may be six hundred of something else. */
const TABLES = ['shared/content', 'worker/content', 'web/assets', 'web/run'];
const HOME_OF_TICK = 'shared/protocol/network-constants.ts';

/** The length of a tick stands in one place. */
export function checkTickLiteral(source: Source): Finding[] {
  if (isTesting(source.path) || source.path === HOME_OF_TICK || isIn(source.path, TABLES)) return [];
  return literalsOf(source, (value) => value === TICK_MS).map(({ start }) =>
    findingAt(source, start, `a second ${TICK_MS}; import the tick's length from ${HOME_OF_TICK}`),
  );
}

/** The simulation knows no skill, creature or item by name. */
export function checkContentIds(source: Source, ids: ReadonlySet<string>): Finding[] {
  if (isTesting(source.path) || !isIn(source.path, ['worker/sim'])) return [];
  return literalsOf(source, (value) => typeof value === 'string' && ids.has(value)).map(({ start, value }) =>
    findingAt(
      source,
      start,
      `'${value}' is an id of the content; let the rules that are passed in decide by a field of its row`,
    ),
  );
}

/** The ids of the content: keys of the exported tables whose rows are records. */
export function contentIds(sources: readonly Source[]): Set<string> {
  const ids = new Set<string>();
  for (const source of sources.filter(({ path }) => isIn(path, ['shared/content']) && !isTesting(path))) {
    new Visitor({
      ExportNamedDeclaration: ({ declaration }) => {
        if (declaration?.type !== 'VariableDeclaration') return;
        for (const { init } of declaration.declarations) for (const id of rowIds(init)) ids.add(id);
      },
    }).visit(source.program);
  }
  return ids;
}

function rowIds(init: ESTree.Expression | null): string[] {
  if (init?.type === 'TSAsExpression' || init?.type === 'TSSatisfiesExpression') return rowIds(init.expression);
  if (init?.type !== 'ObjectExpression') return [];
  return init.properties.flatMap((row) => {
    if (row.type !== 'Property' || row.value.type !== 'ObjectExpression') return [];
    if (row.key.type === 'Identifier') return [row.key.name];
    return row.key.type === 'Literal' && typeof row.key.value === 'string' ? [row.key.value] : [];
  });
}

function literalsOf({ program }: Source, matches: (value: unknown) => boolean) {
  const found: { readonly start: number; readonly value: unknown }[] = [];
  new Visitor({
    Literal: ({ start, value }) => {
      if (matches(value)) found.push({ start, value });
    },
  }).visit(program);
  return found;
}
