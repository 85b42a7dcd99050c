import { Visitor } from 'vite';
import { type Finding, findingAt, type Source } from './source.ts';

const UNFINISHED = /\b(TODO|FIXME|XXX|HACK)\b/;
const SUPPRESSED = /@ts-(ignore|expect-error|nocheck)|biome-ignore/;
/** A path that exists on one machine only. */
const MACHINE_PATH = /(^|["'`\s(])\/(home|root|Users|work|tmp)\//m;

/** What says that something was left undone or forced. */
export function checkMarks(source: Source): Finding[] {
  const findings: Finding[] = [];
  for (const { value, start } of source.comments) {
    const mark = UNFINISHED.exec(value)?.[0];
    if (mark !== undefined) findings.push(findingAt(source, start, `${mark}: do it now, or file it as an issue`));
    const forced = SUPPRESSED.exec(value)?.[0];
    if (forced !== undefined) findings.push(findingAt(source, start, `${forced}: mend the type or the code instead`));
  }
  new Visitor({
    TSAsExpression: ({ expression, start }) => {
      const isForced = expression.type === 'TSAsExpression' && expression.typeAnnotation.type === 'TSUnknownKeyword';
      if (isForced) findings.push(findingAt(source, start, 'as unknown as: narrow with a check or a schema instead'));
    },
  }).visit(source.program);
  return findings;
}

/** Paths of somebody's machine, in any kind of file. */
export function checkMachinePaths(path: string, text: string): Finding[] {
  const match = MACHINE_PATH.exec(text);
  if (match === null) return [];
  return [
    findingAt({ path, text }, match.index + 1, `${match[0].trim()}: name files from the repository's root instead`),
  ];
}
