import { DAY_TICKS, isRegionId, type RegionId } from '../../shared/content/regions.ts';
import { decodeTerrain } from '../../shared/space/terrain.ts';
import { larkmarkRules } from '../content/rules.ts';
import { ASSET_MANIFEST, MAP_HASHES } from '../generated/assets.ts';
import hearthvale from '../generated/hearthvale.terrain.bin';
import { hashText } from '../sim/hash.ts';
import type { Game } from './game.ts';
import { RegionShell } from './region.ts';

const TERRAINS: Readonly<Record<RegionId, ArrayBuffer>> = { hearthvale };
const games = new Map<RegionId, Game>();

/** Larkmark, in one of its regions. Built once for all objects that share this isolate. Throws for a region that is none. */
export function larkmark(region: string): Game {
  if (!isRegionId(region)) throw new Error(`${region} is no region of Larkmark`);
  const built = games.get(region);
  if (built !== undefined) return built;
  const terrain = decodeTerrain(new Uint8Array(TERRAINS[region]));
  const rules = larkmarkRules(region, terrain);
  const mapHash = MAP_HASHES[region];
  const game: Game = {
    rules,
    edition: hashText(JSON.stringify([mapHash, rules.spawns, rules.kinds])),
    mapHash,
    manifest: ASSET_MANIFEST,
    dayTicks: DAY_TICKS,
  };
  games.set(region, game);
  return game;
}

/** A region of Larkmark. */
export class Region extends RegionShell {
  protected override gameOf(region: string): Game {
    return larkmark(region);
  }
}
