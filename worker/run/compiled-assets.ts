import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REGION_IDS } from '../../shared/content/regions.ts';
import { ASSETS_FOLDER, ROOT } from './paths.ts';

/** What the Worker compiles in of the built assets; ignored by git. */
const GENERATED_FOLDER = join(ROOT, 'worker/generated');

interface Manifest {
  readonly version: string;
  readonly files: Readonly<Record<string, { readonly path: string; readonly hash: string }>>;
}

/**
 * Puts each region's terrain, and the hashes that a client compares at login, where the Worker
 * imports them: region and rules are one version. Files that would not change are left alone, so
 * that nothing that watches them starts over.
 */
export function compileAssets(): void {
  const manifest = JSON.parse(readFileSync(join(ASSETS_FOLDER, 'manifest.json'), 'utf8')) as Manifest;
  mkdirSync(GENERATED_FOLDER, { recursive: true });
  const hashes = REGION_IDS.map((region) => {
    const file = manifest.files[`maps/${region}.terrain.bin`];
    if (file === undefined) throw new Error(`the asset manifest has no terrain of ${region}`);
    writeChanged(join(GENERATED_FOLDER, `${region}.terrain.bin`), readFileSync(join(ASSETS_FOLDER, file.path)));
    return `  ${region}: '${file.hash}',`;
  });
  writeChanged(
    join(GENERATED_FOLDER, 'assets.ts'),
    [
      '/** Path of the asset manifest that this build was made with. */',
      `export const ASSET_MANIFEST = 'manifest.${manifest.version}.json';`,
      '',
      "/** Content hash of each region's terrain. */",
      'export const MAP_HASHES = {',
      ...hashes,
      '} as const;',
      '',
    ].join('\n'),
  );
}

function writeChanged(file: string, content: string | Buffer): void {
  const bytes = Buffer.from(content);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  writeFileSync(file, bytes);
}
