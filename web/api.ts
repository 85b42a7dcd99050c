import * as v from 'valibot';
import { NETWORK_CONSTANTS } from '../shared/protocol/network-constants.ts';
import type { ChosenLook } from './hud/ports.ts';

/** Where the Worker is: set at build time, or this page's host on the development port. Tests name their own. */
export const API_URL: string =
  (import.meta.env.MODE === 'production' ? undefined : new URLSearchParams(location.search).get('api')) ||
  import.meta.env.VITE_API_URL ||
  `${location.protocol}//${location.hostname}:5555`;

/** What the service answered instead of doing it; `message` is for the player. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** Stable code of the problem; `network` where nothing answered. */
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

const Problem = v.object({ code: v.string(), title: v.optional(v.string()), detail: v.optional(v.string()) });
const GuestToken = v.object({ token: v.string() });
const Character = v.object({
  id: v.string(),
  name: v.string(),
  region: v.string(),
  combatLevel: v.number(),
  totalLevel: v.number(),
});
export type ApiCharacter = v.InferOutput<typeof Character>;
const Characters = v.object({ characters: v.array(Character) });
const Created = v.object({ character: v.object({ id: v.string() }) });
const Play = v.object({ url: v.string(), token: v.string(), world: v.string(), region: v.string() });
export type PlayTicket = v.InferOutput<typeof Play>;

/** A new guest token. @throws ApiError */
export async function createGuest(): Promise<string> {
  const { token } = await call(GuestToken, 'POST', '/api/guest');
  return token;
}

/** The characters of an account, the one played last first. @throws ApiError */
export async function listCharacters(token: string): Promise<ApiCharacter[]> {
  const { characters } = await call(Characters, 'GET', '/api/characters', token);
  return characters;
}

/** Makes a character and returns its id. @throws ApiError with `name-taken`, `name-not-allowed` and others */
export async function createCharacter(token: string, name: string, look: ChosenLook): Promise<string> {
  const { character } = await call(Created, 'POST', '/api/characters', token, { name, look });
  return character.id;
}

/** A single-use ticket to play a character. @throws ApiError */
export async function play(token: string, characterId: string): Promise<PlayTicket> {
  return call(Play, 'POST', '/api/play', token, { characterId });
}

async function call<Output>(
  schema: v.GenericSchema<unknown, Output>,
  method: string,
  path: string,
  token?: string,
  body?: unknown,
): Promise<Output> {
  const headers: Record<string, string> = {};
  if (token !== undefined) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(`${API_URL}${path}`, {
      method,
      headers,
      // An answer that does not come is no answer: the player gets a sentence and may try again.
      signal: AbortSignal.timeout(NETWORK_CONSTANTS.CONNECTION_TIMEOUT_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError('network', 0, 'The world cannot be reached. Check your connection and try again.');
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusal(response.status, answer);
  return v.parse(schema, answer);
}

function refusal(status: number, answer: unknown): ApiError {
  const problem = v.safeParse(Problem, answer);
  if (!problem.success)
    return new ApiError('unknown', status, `Something went wrong (${status}). Try again in a moment.`);
  const { code, title, detail } = problem.output;
  return new ApiError(code, status, detail ?? title ?? 'That was refused.');
}
