import { expect, test } from 'vitest';
import { custodyFaults } from './custody-on-disk.ts';
import type { CharacterDisk, RegionRow } from './disk.ts';

const REGION = 'lark-1/hearthvale';
const leased: CharacterDisk = { id: 'a', name: 'A', epoch: 3, generation: 5, custodian: REGION, acknowledged: true };
const here: RegionRow = { id: 'a', epoch: 3, generation: 5, status: 'active' };

function faults(character: Partial<CharacterDisk> | undefined, row: Partial<RegionRow> | undefined, tombstone = 3) {
  const characters = new Map(character === undefined ? [] : [['a', { ...leased, ...character }]]);
  const rows = new Map(row === undefined ? [] : [['a', { ...here, ...row }]]);
  return custodyFaults(REGION, { characters: rows, tombstones: new Map([['a', tombstone]]) }, characters);
}

type Case = [what: string, character: Partial<CharacterDisk>, row: Partial<RegionRow> | undefined, tombstone?: number];

test.each<Case>([
  ['leased and here', {}, {}],
  ['on its way here', { acknowledged: false }, undefined, 2],
  ['here, and the answer on its way', { acknowledged: false }, {}],
  ['leaving', {}, { status: 'departing' }],
  ['at home, and the answer on its way', { custodian: null }, { status: 'departing' }],
  ['at home', { custodian: null }, undefined],
  ['a newer login on its way', { generation: 6 }, {}],
  ['on its way back before the old copy is deleted', { epoch: 4, acknowledged: false }, { status: 'departing' }],
])('%s is in order', (_, character, row, tombstone) => {
  expect(faults(character, row, tombstone)).toEqual([]);
});

test.each([
  ['lost', {}, undefined, 3, 'is lost'],
  ['lost behind an older copy', { epoch: 4 }, { status: 'departing' }, 3, 'is lost'],
  ['in two places', { custodian: null }, {}, 3, 'two places'],
  ['leased by nobody', {}, { epoch: 4 }, 4, 'never gave'],
  ['entered by nobody', {}, { generation: 6 }, 3, 'does not know'],
  ['without its tombstone', {}, {}, 2, 'admitted twice'],
  ['without an object', undefined, {}, 3, 'has no object'],
] as const)('%s is a fault', (_, character, row, tombstone, fault) => {
  expect(faults(character, row, tombstone).join('\n')).toContain(fault);
});
