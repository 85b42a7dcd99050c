const TYPES: Readonly<Record<string, string>> = {
  bin: 'application/octet-stream',
  glb: 'model/gltf-binary',
  jpg: 'image/jpeg',
  json: 'application/json',
  ktx2: 'image/ktx2',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  png: 'image/png',
  webp: 'image/webp',
  woff2: 'font/woff2',
};

/** A name that contains the hash of what it names: at least eight hexadecimal digits before the ending. */
const HASHED = /\.[0-9a-f]{8,}\.[a-z0-9]+$/;
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';

/** The headers of an object's answer, whole or in part. */
export function assetHeaders(object: R2Object): Headers {
  const headers = new Headers({ 'content-type': typeOf(object.key), 'cache-control': cacheControlOf(object.key) });
  object.writeHttpMetadata(headers);
  headers.set('etag', object.httpEtag);
  headers.set('last-modified', object.uploaded.toUTCString());
  headers.set('accept-ranges', 'bytes');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('cross-origin-resource-policy', 'cross-origin');
  headers.append('vary', 'Accept-Encoding');
  return headers;
}

function typeOf(key: string): string {
  return TYPES[key.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}

function cacheControlOf(key: string): string {
  return HASHED.test(key) ? FOR_EVER : ASK_EACH_TIME;
}
