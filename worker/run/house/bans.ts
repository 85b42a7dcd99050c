import { type ESTree, Visitor } from 'vite';
import { type GlobalName, globalNames } from './global-names.ts';
import { type Finding, findingAt, isIn, isTesting, type Source } from './source.ts';

/** Something that must not be written in some folders. */
type Ban = {
  readonly folders: readonly string[];
  readonly except?: readonly string[];
  /** Global names, members as `Math.random`, or the syntax `async` and `await`. */
  readonly names: readonly string[];
  readonly instead: string;
};

const RULES_OF_THE_GAME = ['worker/sim', 'worker/content', 'worker/sync'];
const PURE = ['shared', ...RULES_OF_THE_GAME];

const BANS: readonly Ban[] = [
  {
    folders: PURE,
    names: ['Math.random', 'crypto'],
    instead: 'the dice of the world, or the `random` that is passed in',
  },
  { folders: PURE, names: ['Date', 'performance'], instead: 'the tick of the world, or the `now` that is passed in' },
  {
    folders: PURE,
    names: ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
    instead: 'a tick at which it is due, or the `after` that is passed in',
  },
  {
    folders: PURE,
    except: ['shared/client'],
    names: ['async', 'await', 'Promise'],
    instead: 'a fact or a command that is returned: the shell does what takes time, after the tick',
  },
  {
    folders: PURE,
    names: ['process', 'globalThis', 'fetch', 'WebSocket', 'document', 'window'],
    instead: 'an argument',
  },
  {
    folders: ['web/scene', 'web/hud', 'web/input', 'web/audio'],
    names: ['WebSocket', 'EventSource'],
    instead: 'the headless client in shared/client, which web/main.ts connects',
  },
];

const EXACT_FOLDERS = ['worker/sim', 'shared/space'];
/** Of `Math`, the functions that every engine computes to the same bit; ECMA-262 (21.3.2) lets the others be approximated. */
const EXACT_MATH = new Set('abs ceil clz32 floor fround imul max min round sign sqrt trunc'.split(' '));
const IS_CONSTANT = /^[A-Z]/;

/** Names that break determinism or reach around the architecture, each with what to use instead. */
export function checkBans(source: Source): Finding[] {
  if (isTesting(source.path)) return [];
  const bans = BANS.filter(({ folders, except = [] }) => isIn(source.path, folders) && !isIn(source.path, except));
  const isExact = isIn(source.path, EXACT_FOLDERS);
  return [...globalNames(source.program), ...syntaxUses(source.program)].flatMap(({ name, start }) => {
    const instead = bans.filter(({ names }) => names.includes(name)).map((ban) => ban.instead);
    if (isExact && instead.length === 0 && isApproximate(name))
      instead.push('integers or a table: engines differ in this function');
    return instead.map((text) => findingAt(source, start, `no ${name} here; use ${text}`));
  });
}

function isApproximate(name: string): boolean {
  const [object, member = ''] = name.split('.');
  return name === '**' || (object === 'Math' && member !== '' && !EXACT_MATH.has(member) && !IS_CONSTANT.test(member));
}

/** Banned syntax, named as the table names it. */
function syntaxUses(program: ESTree.Program): GlobalName[] {
  const found: GlobalName[] = [];
  const addIfAsync = (node: { async: boolean; start: number }) => {
    if (node.async) found.push({ name: 'async', start: node.start });
  };
  new Visitor({
    AwaitExpression: (node) => {
      found.push({ name: 'await', start: node.start });
    },
    FunctionDeclaration: addIfAsync,
    FunctionExpression: addIfAsync,
    ArrowFunctionExpression: addIfAsync,
    BinaryExpression: (node) => {
      if (node.operator === '**') found.push({ name: '**', start: node.start });
    },
  }).visit(program);
  return found;
}
