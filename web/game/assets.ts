import * as v from 'valibot';
import { API_URL } from '../api.ts';
import type { LoadAsset } from '../scene/view.ts';

const Manifest = v.object({
  version: v.string(),
  files: v.record(v.string(), v.object({ path: v.string(), hash: v.string(), bytes: v.number() })),
});
export type AssetManifest = v.InferOutput<typeof Manifest>;

const ASSETS_URL: string = import.meta.env.VITE_ASSETS_URL || `${API_URL}/assets`;

/** Files of the asset manifest, fetched once each. */
export interface Assets {
  readonly manifest: AssetManifest;
  readonly load: LoadAsset;
}

/**
 * Reads the manifest and hands out its files by logical name. Progress is the share of the bytes of
 * all files that have arrived, so the bar moves as fast as the network does.
 *
 * @throws Error when the manifest cannot be had; a missing file rejects its own load
 */
export async function openAssets(onProgress: (share: number) => void): Promise<Assets> {
  const response = await fetch(`${ASSETS_URL}/manifest.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`the asset manifest is missing (${response.status})`);
  const manifest = v.parse(Manifest, await response.json());
  const total = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
  const loads = new Map<string, Promise<ArrayBuffer>>();
  let arrived = 0;
  const onBytes = (bytes: number) => {
    arrived += bytes;
    onProgress(arrived / total);
  };
  const load: LoadAsset = (name) => {
    const file = manifest.files[name];
    if (file === undefined) return Promise.reject(new Error(`no asset is called ${name}`));
    const loading = loads.get(name) ?? fetchFile(file.path, onBytes);
    loads.set(name, loading);
    return loading;
  };
  return { manifest, load };
}

async function fetchFile(path: string, onBytes: (bytes: number) => void): Promise<ArrayBuffer> {
  const response = await fetch(`${ASSETS_URL}/${path}`);
  if (!response.ok || response.body === null) throw new Error(`${path}: ${response.status}`);
  const parts: Uint8Array[] = [];
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    onBytes(value.byteLength);
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole.buffer;
}
