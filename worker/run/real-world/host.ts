// A real workerd with the Worker's production bundle, started by `real-world.ts` as a process of its own: the two can
// be killed at one stroke, and no development proxy stands between the sockets and the objects.
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { V4WorkerOptions } from 'miniflare';
import { signalGroup } from '../part.ts';
import { OPTIONS_FILE } from './bundle.ts';

/** What a host is to run. It waits for this as its only message. */
export interface HostPlan {
  /** Folder of the bundle. */
  readonly bundle: string;
  /** Where objects, database and bucket are kept: the folder that `wrangler dev` calls `v3`. */
  readonly state: string;
  readonly port: number;
  /** Variables and secrets, over those of wrangler.toml. */
  readonly vars: Readonly<Record<string, string>>;
}

/** What a host tells its parent, once it serves. */
export interface HostReport {
  readonly workerdPid: number;
}

const LOOPBACK = '127.0.0.1';
// An import of this CommonJS file of six megabytes has it parsed twice more. The cast: require knows no types.
const { convertV4MiniflareOptions, Miniflare } = createRequire(import.meta.url)(
  'miniflare',
) as typeof import('miniflare');

if (import.meta.main) {
  // Whoever started this is gone: nobody would end it.
  process.once('disconnect', () => signalGroup(process.pid, 'SIGKILL'));
  const [plan] = await once(process, 'message');
  // Its parent sends nothing else.
  const workerdPid = await serve(plan as HostPlan);
  process.send?.({ workerdPid } satisfies HostReport);
}

/** Serves a bundle; returns workerd's process id. */
async function serve({ bundle, state, port, vars }: HostPlan): Promise<number> {
  const spawned: { pid?: number | undefined; spawnfile: string }[] = [];
  // The message of this channel is the process that is being started.
  subscribe('child_process', (message) => spawned.push((message as { process: { spawnfile: string } }).process));
  const { bindings, ...options } = JSON.parse(readFileSync(join(bundle, OPTIONS_FILE), 'utf8')) as V4WorkerOptions;
  const worker: V4WorkerOptions = {
    ...options,
    // As in wrangler.toml: the folders of the objects are named after it.
    name: 'larkmark',
    bindings: { ...bindings, ...vars },
    modulesRoot: bundle,
    modules: modulesOf(bundle),
    // The Worker itself listens, without Miniflare's own Worker before it.
    unsafeDirectSockets: [{ host: LOOPBACK, port }],
  };
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: LOOPBACK,
      port: 0,
      cf: false,
      resourcePersistencePath: state,
      handleStructuredLogs: ({ level, message }) => console.log(`${level}: ${message}`),
      workers: [worker],
    }),
  );
  await miniflare.ready;
  const workerd = spawned.find(({ spawnfile }) => spawnfile.includes('workerd'));
  if (workerd?.pid === undefined) throw new Error('Miniflare started no workerd');
  return workerd.pid;
}

function modulesOf(bundle: string) {
  const data = readdirSync(bundle).filter((file) => file.endsWith('.bin'));
  return [
    { type: 'ESModule' as const, path: join(bundle, 'index.js') },
    ...data.map((file) => ({ type: 'Data' as const, path: join(bundle, file) })),
  ];
}
