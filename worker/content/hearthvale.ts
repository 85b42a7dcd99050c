import type { CreatureId } from '../../shared/content/creatures.ts';
import type { PersonId } from '../../shared/content/people.ts';
import type { RegionLayout } from './layout.ts';

/** Where everybody is in Hearthvale. World tiles. */
export const hearthvale: RegionLayout = {
  /** The hearth-stone of Larkmere. */
  spawn: { x: 64, z: 60 },
  spawnTiles: 2,
  people: [
    { kind: 'issa', x: 65, z: 57 },
    { kind: 'clerk', x: 62, z: 63 },
    { kind: 'clerk', x: 64, z: 63 },
    { kind: 'nessa', x: 54, z: 65 },
    { kind: 'dob', x: 72, z: 57 },
    { kind: 'ruk', x: 55, z: 58 },
    { kind: 'tansy', x: 86, z: 58 },
    { kind: 'pell', x: 69, z: 66 },
    { kind: 'corwin', x: 88, z: 82 },
  ] satisfies readonly { kind: PersonId; x: number; z: number }[],
  herds: [
    { kind: 'moorhen', count: 10, west: 88, south: 40, width: 24, depth: 20 },
    { kind: 'barn_rat', count: 4, west: 98, south: 64, width: 8, depth: 8 },
    { kind: 'boar', count: 8, west: 92, south: 84, width: 28, depth: 28 },
    { kind: 'burrowkin', count: 9, west: 14, south: 20, width: 26, depth: 24 },
  ] satisfies readonly { kind: CreatureId; count: number; west: number; south: number; width: number; depth: number }[],
};
