import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, expectProblem } from './door.test-kit.ts';

const BYTES = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
const KEY = 'models/oak.0123456789abcdef.glb';
let etag: string;

beforeAll(async () => {
  const object = await env.ASSETS.put(KEY, BYTES);
  etag = object?.httpEtag ?? '';
  await env.ASSETS.put('manifest.json', '{}');
  await env.ASSETS.put('empty.00000000.bin', new Uint8Array());
});

const get = (headers: Record<string, string> = {}, key = KEY) => call(`/assets/${key}`, { headers });
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe('GET /assets/*', () => {
  it('gives an object out of the bucket, for ever', async () => {
    const response = await get();
    expect(response.status).toBe(200);
    expect(await bytesOf(response)).toEqual(BYTES);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'model/gltf-binary',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      etag,
    });
  });

  it('has a name without a hash asked for each time', async () => {
    const response = await get({}, 'manifest.json');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-type')).toBe('application/json');
  });

  it('goes by what the object says of itself', async () => {
    const httpMetadata = { contentType: 'image/avif', cacheControl: 'no-store' };
    await env.ASSETS.put('odd.glb', 'x', { httpMetadata });
    const response = await get({}, 'odd.glb');
    expect(response.headers.get('content-type')).toBe('image/avif');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('answers HEAD with the size and without a body', async () => {
    const response = await call(`/assets/${KEY}`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '1000', '']);
  });

  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=990-', 990, 999],
    ['bytes=990-5000', 990, 999],
    ['bytes=-10', 990, 999],
    ['bytes=-5000', 0, 999],
    ['bytes=999-999', 999, 999],
  ])('gives a part: %s', async (range, first, last) => {
    const response = await get({ range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${first}-${last}/1000`);
    expect(await bytesOf(response)).toEqual(BYTES.slice(first, last + 1));
  });

  it.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=-0'])('has nothing outside: %s', async (range) => {
    const response = await get({ range });
    expect(response.headers.get('content-range')).toBe('bytes */1000');
    await expectProblem(response, 416, 'range-not-satisfiable');
  });

  it.each(['bytes=5-1', 'bytes=a-b', 'lines=0-1', 'bytes=0-1,5-6', 'bytes=-'])(
    'gives the whole for %s',
    async (range) => {
      const response = await get({ range });
      expect([response.status, (await bytesOf(response)).length]).toEqual([200, 1000]);
    },
  );

  it('gives the whole where a part hangs on a condition', async () => {
    const response = await get({ range: 'bytes=0-9', 'if-range': '"other"' });
    expect([response.status, (await bytesOf(response)).length]).toEqual([200, 1000]);
  });

  it('says that the client has it already', async () => {
    const later = new Date(Date.now() + 60_000).toUTCString();
    const conditions: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `"x", ${etag}` },
      { 'if-none-match': `W/${etag}` },
      { 'if-modified-since': later },
      { 'if-none-match': etag, range: 'bytes=0-9' },
    ];
    for (const condition of conditions) {
      const response = await get(condition);
      expect([response.status, await response.text(), response.headers.get('etag')], JSON.stringify(condition)).toEqual(
        [304, '', etag],
      );
    }
    expect((await get({ 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('says that it is another than was wanted', async () => {
    await expectProblem(await get({ 'if-match': '"other"' }), 412, 'precondition-failed');
    expect((await get({ 'if-match': etag })).status).toBe(200);
  });

  it('hands on what is stored compressed as it is', async () => {
    const packed = new Uint8Array([0x0b, 0x02, 0x80, 0x68, 0x65, 0x6c, 0x6c, 0x6f, 0x03]);
    const httpMetadata = { contentType: 'model/gltf-binary', contentEncoding: 'br' };
    await env.ASSETS.put('packed.00000000.glb', packed, { httpMetadata });
    const response = await get({ 'accept-encoding': 'gzip, br' }, 'packed.00000000.glb');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    expect(await bytesOf(response)).toEqual(packed);
  });

  it('takes an empty object', async () => {
    const response = await get({}, 'empty.00000000.bin');
    expect([response.status, (await bytesOf(response)).length]).toEqual([200, 0]);
  });

  it.each([
    'nothing.glb',
    'models',
    'models/',
    '../manifest.json',
    '%2e%2e/manifest.json',
    '.env',
    'a//b',
    'a%00b',
    '%ff',
  ])('has no %s', async (key) => {
    const response = await call(`/assets/${key}`);
    await expectProblem(response, 404, 'not-found');
  });
});
