/** A region of the world: one server object, one terrain. */
export interface RegionRow {
  readonly name: string;
  /** Its largest town. */
  readonly town: string;
  /** South-west tile and size. */
  readonly origin: { readonly x: number; readonly z: number };
  readonly width: number;
  readonly depth: number;
}

export const REGIONS = {
  hearthvale: { name: 'Hearthvale', town: 'Larkmere', origin: { x: 0, z: 0 }, width: 128, depth: 128 },
} as const satisfies Record<string, RegionRow>;

export type RegionId = keyof typeof REGIONS;
export const REGION_IDS = Object.keys(REGIONS) as RegionId[];
/** Where a new character begins. */
export const FIRST_REGION: RegionId = 'hearthvale';

/** Ticks of one day and night: 24 minutes of wall time, so that every hour of play has dusk in it. */
export const DAY_TICKS = 2400;

export function isRegionId(id: string): id is RegionId {
  return Object.hasOwn(REGIONS, id);
}
