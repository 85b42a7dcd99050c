import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seedState } from '../local-state.ts';
import { signalGroup } from '../part.ts';
import { ROOT } from '../paths.ts';
import { isListening } from '../ports.ts';
import { buildBundle } from './bundle.ts';
import type { HostPlan, HostReport } from './host.ts';
import { until } from './until.ts';

const HOST = fileURLToPath(new URL('./host.ts', import.meta.url));
/** A database and a bucket as they are at first, to copy from. */
const SEEDED = join(ROOT, '.cache/real-world/state');
const LOOPBACK = '127.0.0.1';
const KEY_BYTES = 32;
const LINES_KEPT = 60;
const START_LIMIT_MS = 60_000;

/**
 * A world of its own in a real workerd: the production bundle, a folder on disk, a free port on the
 * loopback. It can be killed at any instant and started again on the same disk.
 */
export interface RealWorld {
  /** Where it answers, for instance `http://127.0.0.1:40123`; the same after a restart. */
  readonly url: string;
  /** Where objects (`do`), database (`d1`) and bucket (`r2`) are kept. */
  readonly state: string;
  /** Folder of the bundle that it runs: `bundle.ts` says what is in it. */
  readonly bundle: string;
  /** Process id of workerd, to measure it by; undefined while it is not running. */
  readonly workerdPid: number | undefined;
  /** What it printed last, for the reader of a failure. */
  lastLines(): string;
  /** Starts it, again or for the first time. @throws with what it printed if it does not come up */
  start(): Promise<void>;
  /** Loads what the next start will need, to make it a quick one. */
  readyNext(): void;
  /** Ends workerd and its host at this instant, with SIGKILL; resolves when the port is free. */
  kill(): Promise<void>;
  /** Ends it and deletes its folder. */
  remove(): Promise<void>;
}

/**
 * Makes a world; it is not started yet. Whatever it starts ends with this process, however that ends.
 * @param vars variables over those of wrangler.toml, for instance `{ TICK_DRIVER: 'step' }`
 */
export async function createRealWorld(vars: Readonly<Record<string, string>> = {}): Promise<RealWorld> {
  const bundle = await prepareRealWorlds();
  const folder = mkdtempSync(join(tmpdir(), 'larkmark-'));
  folders.add(folder);
  const state = join(folder, 'v3');
  cpSync(join(SEEDED, 'v3'), state, { recursive: true });
  const keys = { GUEST_KEY: newKey(), TICKET_KEY: newKey() };
  const port = await freePort();
  const plan: HostPlan = { bundle, state, port, vars: { ...keys, ...vars } };
  return new World(plan, folder);
}

/** Makes what all worlds begin with, unless it is there: the bundle, whose folder is returned, and the first state. Not to be called twice at the same time. */
export async function prepareRealWorlds(): Promise<string> {
  const bundle = await buildBundle();
  await seedState(SEEDED);
  return bundle;
}

class World implements RealWorld {
  readonly url: string;
  readonly state: string;
  readonly bundle: string;
  workerdPid: number | undefined = undefined;
  private readonly plan: HostPlan;
  private readonly folder: string;
  private readonly lines: string[] = [];
  private host: ChildProcess | undefined = undefined;
  private spare: ChildProcess | undefined = undefined;

  constructor(plan: HostPlan, folder: string) {
    this.plan = plan;
    this.folder = folder;
    this.state = plan.state;
    this.bundle = plan.bundle;
    this.url = `http://${LOOPBACK}:${plan.port}`;
  }

  lastLines(): string {
    return this.lines.join('');
  }

  async start(): Promise<void> {
    if (this.host !== undefined) throw new Error('this world is running already');
    const host = this.spare ?? forkHost();
    this.spare = undefined;
    this.host = host;
    this.keepLines(host);
    host.send(this.plan);
    const report = await Promise.race([reportOf(host), deathOf(host)]);
    if (report === undefined) {
      await this.kill();
      throw new Error(`the world did not start:\n${this.lastLines()}`);
    }
    this.workerdPid = report.workerdPid;
  }

  readyNext(): void {
    this.spare ??= forkHost();
  }

  async kill(): Promise<void> {
    const { host } = this;
    if (host === undefined) return;
    this.host = undefined;
    this.workerdPid = undefined;
    await end(host);
    await until('the port is free', async () => !(await isListening(LOOPBACK, this.plan.port)));
  }

  async remove(): Promise<void> {
    await this.kill();
    if (this.spare !== undefined) await end(this.spare);
    this.spare = undefined;
    removeFolder(this.folder);
  }

  private keepLines(host: ChildProcess): void {
    for (const stream of [host.stdout, host.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.lines.push(text);
        this.lines.splice(0, this.lines.length - LINES_KEPT);
      });
    }
  }
}

/** The groups and folders that this process takes along when it ends. */
const groups = new Set<number>();
const folders = new Set<string>();
process.once('exit', () => {
  for (const pid of groups) signalGroup(pid, 'SIGKILL');
  for (const folder of folders) removeFolder(folder);
});

function removeFolder(folder: string): void {
  // What was killed a moment ago may still hold a file.
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  folders.delete(folder);
}

function forkHost(): ChildProcess {
  const host = fork(HOST, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    // A group of its own, so that host and workerd die at one stroke.
    detached: true,
    env: {
      ...process.env,
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      WRANGLER_SEND_METRICS: 'false',
      // Compiling Miniflare takes longer than starting workerd.
      NODE_COMPILE_CACHE: join(ROOT, '.cache/real-world/compiled'),
    },
  });
  const { pid } = host;
  if (pid === undefined) throw new Error('the system started no process');
  groups.add(pid);
  host.once('exit', () => {
    // Whoever leads the group may go before the others do.
    signalGroup(pid, 'SIGKILL');
    groups.delete(pid);
  });
  return host;
}

async function end(host: ChildProcess): Promise<void> {
  const ended = host.exitCode === null && host.signalCode === null ? once(host, 'exit') : undefined;
  if (host.pid !== undefined) signalGroup(host.pid, 'SIGKILL');
  await ended;
}

async function reportOf(host: ChildProcess): Promise<HostReport | undefined> {
  try {
    const [report] = await once(host, 'message', { signal: AbortSignal.timeout(START_LIMIT_MS) });
    // The host sends nothing else.
    return report as HostReport;
  } catch {
    // Too late, or not at all: the caller ends it and shows what it printed.
    return undefined;
  }
}

async function deathOf(host: ChildProcess): Promise<undefined> {
  await once(host, 'exit');
}

function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, LOOPBACK);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}
