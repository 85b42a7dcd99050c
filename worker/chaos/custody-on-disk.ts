import type { CharacterDisk, RegionDisk } from './disk.ts';

/**
 * What must hold between a region and the Character objects at every instant, since each commits
 * before it tells the other: nobody is in two places, nobody in none. Returns what does not hold.
 * @param region name of the region's object, `<world>/<region>`
 */
export function custodyFaults(
  region: string,
  { characters: rows, tombstones }: Pick<RegionDisk, 'characters' | 'tombstones'>,
  characters: ReadonlyMap<string, CharacterDisk>,
): string[] {
  const faults: string[] = [];
  for (const { id, epoch, custodian, acknowledged } of characters.values()) {
    const row = rows.get(id);
    const isHere = custodian === region && acknowledged;
    if (isHere && row?.epoch !== epoch)
      faults.push(`${id} is lost: its object says ${region}, which has no such lease`);
    if ((tombstones.get(id) ?? 0) > epoch) faults.push(`${id} was leased under an epoch that its object never gave`);
  }
  for (const { id, epoch, generation, status } of rows.values()) {
    const character = characters.get(id);
    if (character === undefined) {
      faults.push(`${id} is in ${region} and has no object`);
      continue;
    }
    const holds = character.custodian === region && character.epoch === epoch;
    if (status === 'active' && !holds) faults.push(`${id} is in two places: ${region} and its object both have it`);
    if (epoch > character.epoch) faults.push(`${id} is in ${region} under an epoch that its object never gave`);
    if (epoch === character.epoch && generation > character.generation)
      faults.push(`${id} was entered with a login that its object does not know`);
    if ((tombstones.get(id) ?? 0) < epoch) faults.push(`${id} could be admitted twice: ${region} forgot its lease`);
  }
  return faults;
}
