import { Visitor } from 'vite';
import { type Finding, findingAt, isTesting, type Source } from './source.ts';

const MOST_LINES = 70;

/** Functions longer than a screen. Tests are told as one story each and may be longer. */
export function checkFunctionLength(source: Source): Finding[] {
  if (isTesting(source.path)) return [];
  const findings: Finding[] = [];
  const measure = (node: { start: number; end: number }) => {
    const lines = source.text.slice(node.start, node.end).split('\n').length;
    if (lines <= MOST_LINES) return;
    const text = `a function of ${lines} lines; ${MOST_LINES} is the most: give its steps names of their own`;
    findings.push(findingAt(source, node.start, text));
  };
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(source.program);
  return findings;
}
