import { REGION_IDS, type RegionId } from '../../shared/content/regions.ts';

/** Where a region's object is made; it never moves again. */
type Place = DurableObjectLocationHint;

/** A copy of all regions, near its players. A character is in one world at a time. */
export interface WorldRow {
  readonly name: string;
  /** Where it is, for people. */
  readonly place: string;
  readonly locationHint: Place;
}

/** The worlds there are. An id is part of every object's name and never changes. */
export const WORLDS = {
  'lark-1': { name: 'Lark One', place: 'Western Europe', locationHint: 'weur' },
} as const satisfies Record<string, WorldRow>;

export type WorldId = keyof typeof WORLDS;
export const WORLD_IDS = Object.keys(WORLDS) as WorldId[];

export function isWorldId(id: string): id is WorldId {
  return Object.hasOwn(WORLDS, id);
}

/** Names of a world's region objects. */
export function regionsOf(world: WorldId): string[] {
  return REGION_IDS.map((region) => regionName(world, region));
}

/** The name of a region's object: `<world>/<region>`. */
export function regionName(world: WorldId, region: RegionId): string {
  return `${world}/${region}`;
}

/** World and region id of a region object's name. Throws on a name of another form. */
export function placeOfRegion(name: string): { world: string; region: string } {
  const [world, region, rest] = name.split('/');
  if (!world || !region || rest !== undefined) throw new Error(`not a region's name: ${name}`);
  return { world, region };
}

/** Where the object of this name is made. Always passed, so that nobody's first call decides it by where they are. */
export function locationHintOf(name: string): Place {
  const { world } = placeOfRegion(name);
  if (!isWorldId(world)) throw new Error(`no such world: ${world}`);
  return WORLDS[world].locationHint;
}
