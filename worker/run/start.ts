// `npm start`: set-up, then the Worker with its objects on 5555 and the client on 3333, until Ctrl-C or a part ends.
import { constants } from 'node:os';
import { type Part, type PartPlan, startPart } from './part.ts';
import { choosePort, PORTS } from './ports.ts';
import { prepare } from './prepare.ts';

const parts: Part[] = [];
const interrupted = new Promise<NodeJS.Signals>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
});

const outcome = await Promise.race([start(), interrupted]);
if (outcome instanceof Error) console.error(outcome.message);
await Promise.all(parts.map((part) => part.stop()));
process.exit(outcome instanceof Error ? 1 : 128 + constants.signals[outcome]);

/** Runs until a part ends, or does not come up. Returns why. */
async function start(): Promise<Error> {
  try {
    const ports = { worker: await choosePort('worker'), client: await choosePort('client') };
    await prepare();
    await Promise.all(plans(ports).map(launch));
    console.log(`\nOpen http://localhost:${ports.client}  (Ctrl-C ends everything)\n`);
    for (const part of parts) part.show();
    return await Promise.race(parts.map(untilEnd));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function plans(ports: { readonly worker: number; readonly client: number }): PartPlan[] {
  const api = `http://localhost:${ports.worker}`;
  // On the usual port the client finds the Worker by its own host name, which also works from another device.
  const isUsual = ports.worker === PORTS.worker.usual;
  return [
    {
      name: 'worker',
      command: ['node_modules/wrangler/bin/wrangler.js', 'dev', '--port', String(ports.worker)],
      probeUrl: `${api}/health`,
    },
    {
      name: 'client',
      command: ['node_modules/vite/bin/vite.js', '--config', 'web/vite.config.ts', '--port', String(ports.client)],
      env: isUsual ? {} : { VITE_API_URL: api },
      probeUrl: `http://localhost:${ports.client}/`,
    },
  ];
}

async function launch(plan: PartPlan): Promise<void> {
  const start = performance.now();
  const part = startPart(plan);
  parts.push(part);
  try {
    await part.ready;
  } catch (error) {
    throw new Error(`${part.lastLines()}\n\n${error instanceof Error ? error.message : error}`);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${plan.name}  ${new URL(plan.probeUrl).origin}  ready in ${seconds} s`);
}

async function untilEnd(part: Part): Promise<Error> {
  const reason = await part.ended;
  return new Error(`${part.lastLines()}\n\nThe ${part.name} ended (${reason}); see its last lines above.`);
}
