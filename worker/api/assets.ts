import { Hono } from 'hono';
import { assetHeaders } from './asset-headers.ts';
import type { Hosting } from './hosting.ts';
import { Refusal } from './problem.ts';

/** Keys that can exist: folders and file names, none of which begins with a dot. */
const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/**
 * `GET /assets/*`: built models, textures and maps out of the bucket. For development and previews;
 * elsewhere the bucket's own domain answers without a Worker.
 */
export const assets = new Hono<Hosting>().get('/:key{.+}', async (c) => {
  const key = c.req.param('key');
  if (!KEY.test(key)) throw new Refusal('not-found');
  const { method, headers } = c.req.raw;
  if (method === 'HEAD') return head(c.env.ASSETS, key);
  const span = await spanOf(c.env.ASSETS, key, headers);
  const object = await c.env.ASSETS.get(key, { onlyIf: headers, ...(span === undefined ? {} : { range: span }) });
  if (object === null) throw new Refusal('not-found');
  return 'body' in object ? found(object, span) : unchanged(object, headers);
});

/** Bytes of an object, from `offset` on. */
interface Span {
  readonly offset: number;
  readonly length: number;
}

async function head(bucket: R2Bucket, key: string): Promise<Response> {
  const object = await bucket.head(key);
  if (object === null) throw new Refusal('not-found');
  const headers = assetHeaders(object);
  headers.set('content-length', String(object.size));
  return new Response(null, { headers });
}

/** The part that is asked for; undefined for the whole, which is always allowed in place of a part with `If-Range`. */
async function spanOf(bucket: R2Bucket, key: string, headers: Headers): Promise<Span | undefined> {
  const range = headers.get('range');
  if (range === null || headers.has('if-range')) return undefined;
  const object = await bucket.head(key);
  if (object === null) throw new Refusal('not-found');
  const span = parseRange(range, object.size);
  if (span !== 'outside') return span;
  throw new Refusal('range-not-satisfiable', undefined, { 'content-range': `bytes */${object.size}` });
}

/** One range of bytes. Several at once, other units and malformed ones are ignored, as RFC 9110 has it: undefined. */
function parseRange(header: string, size: number): Span | 'outside' | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  const offset = from === '' ? Math.max(size - Number(to), 0) : Number(from);
  const end = from === '' || to === '' ? size : Math.min(Number(to) + 1, size);
  return offset < size ? { offset, length: end - offset } : 'outside';
}

function found(object: R2ObjectBody, span: Span | undefined): Response {
  const headers = assetHeaders(object);
  // What the bucket holds compressed is handed on as it is; `automatic` would compress it once more.
  const encodeBody = headers.has('content-encoding') ? 'manual' : 'automatic';
  if (span === undefined) return new Response(object.body, { headers, encodeBody });
  const { offset, length } = span;
  headers.set('content-range', `bytes ${offset}-${offset + length - 1}/${object.size}`);
  return new Response(object.body, { status: 206, headers, encodeBody });
}

/** A condition did not hold: the client has it already, or wanted another one. */
function unchanged(object: R2Object, request: Headers): Response {
  const isForCaches = request.has('if-none-match') || request.has('if-modified-since');
  if (!isForCaches) throw new Refusal('precondition-failed');
  const headers = assetHeaders(object);
  for (const name of ['content-type', 'content-encoding', 'content-length']) headers.delete(name);
  return new Response(null, { status: 304, headers });
}
