import { type Finding, findingAt, isTest, type Source } from './source.ts';

/** Files that nothing reaches from the entry points and the tests. */
export function checkUnusedFiles(sources: readonly Source[], entries: readonly string[]): Finding[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const reached = new Set<string>();
  const open = [...entries, ...sources.map(({ path }) => path).filter(isTest)];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const { target } of byPath.get(path)?.imports ?? []) if (target !== undefined) open.push(target);
  }
  return sources
    .filter(({ path }) => !reached.has(path) && !path.endsWith('.d.ts'))
    .map((source) => findingAt(source, 0, 'nobody imports this file: delete it, or import it where it is needed'));
}
