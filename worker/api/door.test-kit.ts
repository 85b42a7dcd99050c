import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import app from '../index.ts';

/** Where the tests' Worker seems to be. */
const ORIGIN = 'http://localhost:5555';

/** What a call may say. */
export interface Call {
  readonly method?: string;
  /** A token to show. */
  readonly token?: string | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Variables or bindings to replace. */
  readonly env?: Partial<Record<keyof Env, unknown>>;
}

/** Calls the app as the platform does, with this test's variables. */
export async function call(
  path: string,
  { method, token, json, body, headers, env: changed }: Call = {},
): Promise<Response> {
  const sent = new Headers(headers);
  if (token !== undefined) sent.set('authorization', `Bearer ${token}`);
  if (json !== undefined) sent.set('content-type', 'application/json');
  const text = json === undefined ? body : JSON.stringify(json);
  const init = { method: method ?? (text === undefined ? 'GET' : 'POST'), headers: sent };
  const request = new Request(new URL(path, ORIGIN), text === undefined ? init : { ...init, body: text });
  return app.fetch(request, { ...env, ...changed } as Env);
}

/** A new guest's token. */
export async function newGuest(): Promise<string> {
  const response = await call('/api/guest', { method: 'POST' });
  expect(response.status).toBe(201);
  return (await response.json<{ token: string }>()).token;
}

/** A name that no other test uses. */
export function freshName(): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(11))].map((byte) => String.fromCharCode(97 + (byte % 26)));
  return `N${letters.join('')}`;
}

/** What `POST /api/play` gives. */
export interface Leave {
  readonly url: string;
  readonly token: string;
  readonly expiresAt: number;
  readonly world: string;
  readonly region: string;
}

/** Leave to open a socket, as a character of this account. */
export async function leaveToPlay(token: string, json: object = {}): Promise<Leave> {
  const response = await call('/api/play', { token, json });
  expect(response.status, await response.clone().text()).toBe(200);
  return response.json<Leave>();
}

/** Asserts a refusal: its status, its code, and that it is problem+json and nothing else. */
export async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({
    status,
    text: expect.stringContaining(`"code":"${code}"`),
  });
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const { type, title, detail, ...rest } = JSON.parse(text);
  expect(rest).toEqual({ status, code });
  expect(type).toBe(`urn:larkmark:problem:${code}`);
  expect(title).toBeTypeOf('string');
  expect(['string', 'undefined']).toContain(typeof detail);
}

/** Asks for an upgrade, as a browser or a bot does. */
export function upgrade(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  changed: Call['env'] = {},
): Promise<Response> {
  return call(path, { headers: { upgrade: 'websocket', ...headers }, env: changed });
}

/** How a socket ended that was opened only to be told why. */
export async function closeCodeOf(response: Response): Promise<number> {
  expect(response.status).toBe(101);
  const { webSocket } = response;
  if (webSocket === null) throw new Error('an upgrade without a socket');
  const closed = new Promise<number>((resolve) => {
    webSocket.addEventListener('close', (event) => resolve(event.code));
  });
  webSocket.accept();
  return closed;
}
