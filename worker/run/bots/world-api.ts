import * as v from 'valibot';
import type { Ticket } from '../../../shared/client/ports.ts';
import type { WorldState } from '../../../shared/protocol/updates.ts';
import { decodeTerrain, type Terrain } from '../../../shared/space/terrain.ts';

const Token = v.object({ token: v.string() });
const Play = v.object({ url: v.string(), token: v.string() });
const Made = v.object({ character: v.object({ id: v.string() }) });
const Manifest = v.object({ files: v.record(v.string(), v.object({ path: v.string() })) });

/** A token of a new guest. Throws where guests are not let in. */
export async function newGuest(base: string): Promise<string> {
  return v.parse(Token, await post(`${base}/api/guest`, undefined, {})).token;
}

/** A ticket for the guest's only character, which the first call makes. */
export async function playTicket(base: string, token: string): Promise<Ticket> {
  return v.parse(Play, await post(`${base}/api/play`, token, {}));
}

/** Makes a character for the guest and returns its id. Throws where the name is taken or not allowed. */
export async function makeCharacter(base: string, token: string, name: string): Promise<string> {
  return v.parse(Made, await post(`${base}/api/characters`, token, { name })).character.id;
}

/** The ground of the region that `init` named. */
export async function loadTerrain(base: string, { region, assets }: WorldState): Promise<Terrain> {
  const folder = `${new URL(assets.url === '' ? '/assets' : assets.url, base).href}/`;
  const manifest = v.parse(Manifest, await (await get(`${folder}manifest.json`)).json());
  const file = manifest.files[`maps/${region}.terrain.bin`];
  if (file === undefined) throw new Error(`the assets hold no ground for ${region}`);
  const bytes = await (await get(folder + file.path)).arrayBuffer();
  return decodeTerrain(new Uint8Array(bytes));
}

async function get(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`GET ${url} answers ${response.status}`);
  return response;
}

async function post(url: string, token: string | undefined, body: object): Promise<unknown> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`POST ${url} answers ${response.status}: ${await response.text()}`);
  return response.json();
}
