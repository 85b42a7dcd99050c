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
  const object = await read(c.env.ASSETS, key, headers);
  if (object === null) throw new Refusal('not-found');
  return 'body' in object ? found(object, headers) : unchanged(object, headers);
});

async function head(bucket: R2Bucket, key: string): Promise<Response> {
  const object = await bucket.head(key);
  if (object === null) throw new Refusal('not-found');
  const headers = assetHeaders(object);
  headers.set('content-length', String(object.size));
  return new Response(null, { headers });
}

/** With `If-Range` the whole object is given, which is always allowed and saves asking twice. */
async function read(bucket: R2Bucket, key: string, headers: Headers): Promise<R2ObjectBody | R2Object | null> {
  if (!headers.has('range') || headers.has('if-range')) return bucket.get(key, { onlyIf: headers });
  const object = await bucket.head(key);
  if (object === null) return null;
  const range = rangeOf(headers.get('range') ?? '', object.size);
  if (range === 'outside') {
    throw new Refusal('range-not-satisfiable', undefined, { 'content-range': `bytes */${object.size}` });
  }
  return bucket.get(key, { onlyIf: headers, ...(range === undefined ? {} : { range }) });
}

/** One range of bytes. Several at once, other units and malformed ones are ignored, as RFC 9110 has it: undefined. */
function rangeOf(header: string, size: number): R2Range | 'outside' | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  if (from === '') return Number(to) === 0 || size === 0 ? 'outside' : { suffix: Math.min(Number(to), size) };
  const offset = Number(from);
  if (to !== '' && Number(to) < offset) return undefined;
  if (offset >= size) return 'outside';
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return { offset, length: last - offset + 1 };
}

function found(object: R2ObjectBody, request: Headers): Response {
  const headers = assetHeaders(object);
  const isPart = object.range !== undefined && request.has('range') && !request.has('if-range');
  // What the bucket holds compressed is handed on as it is; `automatic` would compress it once more.
  const encodeBody = headers.has('content-encoding') ? 'manual' : 'automatic';
  if (!isPart) return new Response(object.body, { headers, encodeBody });
  const { offset, length } = spanOf(object);
  headers.set('content-range', `bytes ${offset}-${offset + length - 1}/${object.size}`);
  return new Response(object.body, { status: 206, headers, encodeBody });
}

function spanOf(object: R2ObjectBody): { offset: number; length: number } {
  const { range, size } = object;
  if (range === undefined) return { offset: 0, length: size };
  if ('suffix' in range) return { offset: size - range.suffix, length: range.suffix };
  const offset = range.offset ?? 0;
  return { offset, length: range.length ?? size - offset };
}

/** A condition did not hold: the client has it already, or wanted another one. */
function unchanged(object: R2Object, request: Headers): Response {
  const isForCaches = request.has('if-none-match') || request.has('if-modified-since');
  if (!isForCaches) throw new Refusal('precondition-failed');
  const headers = assetHeaders(object);
  for (const name of ['content-type', 'content-encoding', 'content-length']) headers.delete(name);
  return new Response(null, { status: 304, headers });
}
