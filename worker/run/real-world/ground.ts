import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegionId } from '../../../shared/content/regions.ts';
import { decodeTerrain, type Terrain } from '../../../shared/space/terrain.ts';

/** The ground of a region as a bundle has it compiled in. @throws where the bundle has none of that name */
export function groundOf(bundle: string, region: RegionId): Terrain {
  const file = readdirSync(bundle).find((name) => name.endsWith(`${region}.terrain.bin`));
  if (file === undefined) throw new Error(`the bundle holds no ground of ${region}`);
  return decodeTerrain(readFileSync(join(bundle, file)));
}
