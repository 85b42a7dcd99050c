// `npm run region -- pause hearthvale`: a developer's hand on the clock of a local region.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { REGION_IDS } from '../../shared/content/regions.ts';

const USAGE = `Usage: npm run region -- ACTION REGION [VALUE] [--url http://localhost:5555]
  status   hearthvale        players, tick, entities
  pause    hearthvale        stops its ticks
  step     hearthvale 10     advances a paused region by ticks
  speed    hearthvale 4      runs it four times as fast
  resume   hearthvale        runs it as the wall does
  journal  hearthvale FILE   saves its journal for npm run replay`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string', default: `http://localhost:${process.env.PORT_WORKER ?? 5555}` } },
});
const [action = '', region = '', value] = positionals;
process.exitCode = await run();

async function run(): Promise<number> {
  if (!REGION_IDS.some((id) => id === region)) return fail(`${USAGE}\n\nRegions: ${REGION_IDS.join(', ')}.`);
  switch (action) {
    case 'status':
      return show(await call(`${region}/status`));
    case 'pause':
    case 'resume':
      return show(await call(`${region}/time`, { action }));
    case 'step':
      return show(await call(`${region}/time`, { action, ticks: Number(value ?? 1) }));
    case 'speed':
      return show(await call(`${region}/time`, { action, factor: Number(value ?? 1) }));
    case 'journal':
      return saveJournal(await call(`${region}/journal`));
    default:
      return fail(USAGE);
  }
}

async function call(path: string, body?: unknown): Promise<Response> {
  const url = `${values.url}/dev/regions/${path}`;
  const init =
    body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  try {
    return await fetch(url, init);
  } catch {
    return Response.json(
      { detail: `Nothing answers at ${values.url}. Is the world running (npm start)?` },
      { status: 503 },
    );
  }
}

async function show(response: Response): Promise<number> {
  const text = JSON.stringify(await response.json());
  if (response.ok) console.log(text);
  else console.error(text);
  return response.ok ? 0 : 1;
}

async function saveJournal(response: Response): Promise<number> {
  if (!response.ok) return show(response);
  const file = value ?? `${region}.journal.json`;
  writeFileSync(file, await response.text());
  console.log(`${file}: npm run replay ${file}`);
  return 0;
}

function fail(text: string): number {
  console.error(text);
  return 2;
}
