import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { ROOT } from './paths.ts';

const READY_LIMIT_MS = 120_000;
const PROBE_INTERVAL_MS = 100;
const PROBE_TIMEOUT_MS = 2000;
/** Between asking a process to end and ending it. */
const GRACE_MS = 5000;
const LINES_KEPT = 30;

/** One server that `npm start` runs: its name in the output, its script with arguments, and where it answers when up. */
export type PartPlan = {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly probeUrl: string;
};

/** A started server. */
export type Part = {
  readonly name: string;
  /** Resolves when it answers; rejects if it ends before or takes longer than two minutes. */
  readonly ready: Promise<void>;
  /** Resolves with why it ended, once it has. */
  readonly ended: Promise<string>;
  /** What it printed last, for the reader of a failure. */
  lastLines(): string;
  /** From now on its output is shown, each line behind its name. */
  show(): void;
  /** Ends it and everything it started. */
  stop(): Promise<void>;
};

/** Starts a server in a process group of its own, so that it can be ended together with whatever it starts. */
export function startPart(plan: PartPlan): Part {
  const child = spawn(process.execPath, plan.command, {
    cwd: ROOT,
    env: { ...process.env, ...plan.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const output = collectLines(child, plan.name);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  return {
    name: plan.name,
    ready: waitUntilReady(plan, ended),
    ended,
    lastLines: output.last,
    show: output.show,
    stop: () => stopGroup(child, ended),
  };
}

function collectLines(child: ChildProcess, name: string) {
  const kept: string[] = [];
  let isShown = false;
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (isShown) console.log(`${name}  ${line}`);
        kept.push(line);
      }
      kept.splice(0, kept.length - LINES_KEPT);
    });
  }
  return {
    last: () => kept.join('\n'),
    show: () => {
      isShown = true;
    },
  };
}

async function waitUntilReady({ name, probeUrl }: PartPlan, ended: Promise<string>): Promise<void> {
  const start = performance.now();
  let why: string | undefined;
  ended.then((reason) => {
    why = reason;
  });
  while (!(await answers(probeUrl))) {
    if (why !== undefined) throw new Error(`The ${name} ended before it was ready: ${why}.`);
    if (performance.now() - start > READY_LIMIT_MS) throw new Error(`The ${name} does not answer at ${probeUrl}.`);
    await new Promise((resolve) => setTimeout(resolve, PROBE_INTERVAL_MS));
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    return response.ok;
  } catch {
    // Nobody listens yet: that is what is being waited for.
    return false;
  }
}

async function stopGroup(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.pid === undefined) return;
  signalGroup(child.pid, 'SIGTERM');
  let timer: NodeJS.Timeout | undefined;
  const grace = new Promise((resolve) => {
    timer = setTimeout(resolve, GRACE_MS);
  });
  await Promise.race([ended, grace]);
  clearTimeout(timer);
  // What outlived its leader, or the leader itself.
  signalGroup(child.pid, 'SIGKILL');
}

/** Signals a process that leads a group, and everything it started; on Windows, which knows no signals, ends them. Those that are gone are left in peace. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!isGone) throw error;
  }
}
