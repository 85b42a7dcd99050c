import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { seedState } from '../../worker/run/local-state.ts';
import { type Part, startPart } from '../../worker/run/part.ts';
import { ROOT } from '../../worker/run/paths.ts';
import { freePort } from './free-port.ts';

/** Where the tests' build of the client is put. */
const CLIENT_FOLDER = join(ROOT, '.cache/e2e-client');

/** A world of its own for one test file: a real `wrangler dev` on an empty disk, and the built client. */
export interface Served {
  readonly workerPort: number;
  readonly apiUrl: string;
  /** The client's address, with `api` naming the Worker; further query as given. */
  page(query?: Readonly<Record<string, string>>): string;
  stop(): Promise<void>;
}

/** Builds the client with the driver that tests use, and serves both. */
export async function serveWorld(vars: Readonly<Record<string, string>> = {}): Promise<Served> {
  const disk = mkdtempSync(join(tmpdir(), 'larkmark-e2e-'));
  await seedState(disk);
  const [workerPort, clientPort] = [await freePort(), await freePort()];
  const worker = startWorker(workerPort, disk, vars);
  const config = { configFile: join(ROOT, 'web/vite.config.ts'), mode: 'test', logLevel: 'error' as const };
  await build({ ...config, build: { outDir: CLIENT_FOLDER, emptyOutDir: true } });
  const client = await preview({
    ...config,
    build: { outDir: CLIENT_FOLDER },
    preview: { port: clientPort, strictPort: true, host: 'localhost' },
  });
  try {
    await worker.ready;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${worker.lastLines()}`);
  }
  const apiUrl = `http://localhost:${workerPort}`;
  return {
    workerPort,
    apiUrl,
    page: (query = {}) => `http://localhost:${clientPort}/?${new URLSearchParams({ api: apiUrl, ...query })}`,
    async stop() {
      await client.close();
      await worker.stop();
      rmSync(disk, { recursive: true, force: true });
    },
  };
}

function startWorker(port: number, disk: string, vars: Readonly<Record<string, string>>): Part {
  const set = Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
  return startPart({
    name: 'worker',
    command: [
      'node_modules/wrangler/bin/wrangler.js',
      'dev',
      ...['--port', String(port), '--inspector-port', '0', '--persist-to', disk],
      ...set,
    ],
    probeUrl: `http://localhost:${port}/health`,
  });
}
