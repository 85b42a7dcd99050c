import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { isRegionId, REGION_IDS } from '../../shared/content/regions.ts';
import { decodeTerrain } from '../../shared/space/terrain.ts';
import { larkmarkRules } from '../content/rules.ts';
import type { Rules } from '../sim/rules.ts';
import { ASSETS_FOLDER } from './paths.ts';

const Manifest = v.object({ files: v.record(v.string(), v.object({ path: v.string() })) });

/** The rules of a region on the ground that was built last. Throws, with a sentence for people, where there is none. */
export function builtRules(region: string): Rules {
  if (!isRegionId(region)) throw new Error(`${region} is no region; there are ${REGION_IDS.join(', ')}`);
  const manifest = join(ASSETS_FOLDER, 'manifest.json');
  if (!existsSync(manifest)) throw new Error('the assets are not built: npm run prepare builds them');
  const { files } = v.parse(Manifest, JSON.parse(readFileSync(manifest, 'utf8')));
  const ground = files[`maps/${region}.terrain.bin`];
  if (ground === undefined) throw new Error(`the built assets hold no ground of ${region}`);
  return larkmarkRules(region, decodeTerrain(readFileSync(join(ASSETS_FOLDER, ground.path))));
}
