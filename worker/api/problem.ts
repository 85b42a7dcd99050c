import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Every refusal of the API: a stable code, its status, and a title for people. A code, once given, keeps its meaning. */
export const PROBLEMS = {
  'malformed-request': { status: 400, title: 'The request is not well formed' },
  unauthorized: { status: 401, title: 'A valid token is needed' },
  'guests-off': { status: 403, title: 'Guests are not admitted here' },
  'origin-not-allowed': { status: 403, title: 'This page may not connect' },
  banned: { status: 403, title: 'This account is banned' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'unknown-character': { status: 404, title: 'There is no such character' },
  'unknown-world': { status: 404, title: 'There is no such world' },
  'unknown-skill': { status: 404, title: 'There is no such skill' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'name-taken': { status: 409, title: 'The name is taken' },
  'too-many-characters': { status: 409, title: 'The account has as many characters as it can have' },
  'precondition-failed': { status: 412, title: 'The precondition does not hold' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The body must be application/json' },
  'range-not-satisfiable': { status: 416, title: 'The range is outside the object' },
  'name-not-allowed': { status: 422, title: 'The name is not allowed' },
  'upgrade-required': { status: 426, title: 'This is the address of a WebSocket' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong' },
  'region-full': { status: 503, title: 'The region is full' },
  'region-unavailable': { status: 503, title: 'The region cannot be reached' },
  'identity-unavailable': { status: 503, title: 'The identity provider cannot be reached' },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Thrown where a request is refused; the app answers it as `application/problem+json`. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  /** @param detail a sentence for people; never anything of the inside */
  constructor(code: ProblemCode, detail?: string, headers: Readonly<Record<string, string>> = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
    this.headers = headers;
  }
}

/** A refusal as RFC 9457 writes it. */
export function problem(c: Context, refusal: Refusal): Response {
  const { status, title } = PROBLEMS[refusal.code];
  const { code, detail } = refusal;
  const body = {
    type: `urn:larkmark:problem:${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
  };
  return c.body(JSON.stringify(body), status, {
    ...refusal.headers,
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
}
