/**
 * What a world has on its disk, read from outside and never written: SQLite files of objects and
 * database, as workerd lays them out. Good while the world runs, and good after it was killed.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseWorld } from '../sim/hash.ts';
import type { World } from '../sim/world.ts';

/** Files of objects are named by the object's id; `metadata.sqlite` beside them is workerd's own. */
const OBJECT_FILE = /^[0-9a-f]{64}\.sqlite$/;

/** A region's row of a character. */
export interface RegionRow {
  readonly id: string;
  readonly epoch: number;
  readonly generation: number;
  readonly status: string;
}

/** A region's rows. */
export interface RegionDisk {
  /** When its alarm is due, ms since 1970; undefined where none is set. */
  readonly alarmMs: number | undefined;
  /** The world as it was checkpointed last. */
  readonly checkpoint: World | undefined;
  readonly characters: ReadonlyMap<string, RegionRow>;
  /** Highest lease ever answered, by character. */
  readonly tombstones: ReadonlyMap<string, number>;
}

/** What a Character object has. */
export interface CharacterDisk {
  readonly id: string;
  readonly name: string;
  readonly epoch: number;
  readonly generation: number;
  readonly custodian: string | null;
  readonly acknowledged: boolean;
}

/** The only region of a world; undefined before there is one. */
export function readRegion(state: string): RegionDisk | undefined {
  const [file] = objectFiles(join(state, 'do/larkmark-Region'));
  return file === undefined ? undefined : read(file, 'tombstone', regionOf);
}

/** When the alarm of the only region is due, ms since 1970; undefined where none is set. Cheaper than all of its rows. */
export function readAlarm(state: string): number | undefined {
  const [file] = objectFiles(join(state, 'do/larkmark-Region'));
  return file === undefined ? undefined : read(file, '_cf_METADATA', alarmOf);
}

/** Every Character object that was made. */
export function readCharacters(state: string): Map<string, CharacterDisk> {
  const found = objectFiles(join(state, 'do/larkmark-Character')).flatMap(
    (file) => read(file, 'custody', custodyOf) ?? [],
  );
  return new Map(found.map((character) => [character.id, character]));
}

/** Names by character, as the directory lists them. */
export function readDirectory(state: string): Map<string, string> {
  const [file = ''] = objectFiles(join(state, 'd1/miniflare-D1DatabaseObject'));
  const rows = read(file, 'characters', (database) => database.prepare('SELECT id, name FROM characters').all());
  return new Map((rows ?? []).map((row) => [String(row.id), String(row.name)]));
}

function objectFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => OBJECT_FILE.test(name))
    .map((name) => join(folder, name));
}

/** Undefined where the file does not have the table yet: a kill can come before an object's first commit. */
function read<T>(file: string, table: string, what: (database: DatabaseSync) => T): T | undefined {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 1000 });
  try {
    // One transaction: all that is read was true at one moment, however the world runs on meanwhile.
    database.exec('BEGIN');
    const isThere = database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table) !== undefined;
    return isThere ? what(database) : undefined;
  } finally {
    database.close();
  }
}

function regionOf(database: DatabaseSync): RegionDisk {
  const parts = database.prepare('SELECT bytes FROM checkpoint ORDER BY part').all();
  // The column is a BLOB.
  const text = Buffer.concat(parts.map((row) => row.bytes as Uint8Array)).toString();
  const characters = database.prepare('SELECT id, epoch, generation, status FROM character').all();
  const tombstones = database.prepare('SELECT id, epoch FROM tombstone').all();
  return {
    alarmMs: alarmOf(database),
    checkpoint: text === '' ? undefined : parseWorld(text),
    characters: new Map(
      characters.map(({ id, epoch, generation, status }) => [
        String(id),
        { id: String(id), epoch: Number(epoch), generation: Number(generation), status: String(status) },
      ]),
    ),
    tombstones: new Map(tombstones.map(({ id, epoch }) => [String(id), Number(epoch)])),
  };
}

/** workerd keeps the alarm in a table of its own, in nanoseconds, in the same transaction as the object's rows. */
function alarmOf(database: DatabaseSync): number | undefined {
  const isThere = database.prepare("SELECT 1 FROM sqlite_master WHERE name = '_cf_METADATA'").get() !== undefined;
  if (!isThere) return undefined;
  const row = database.prepare('SELECT value / 1000000 AS ms FROM _cf_METADATA WHERE key = 1').get();
  return row === undefined || row.ms === null ? undefined : Number(row.ms);
}

function custodyOf(database: DatabaseSync): CharacterDisk[] {
  return database
    .prepare('SELECT character, epoch, generation, custodian, acknowledged, save FROM custody WHERE erased = 0')
    .all()
    .map((row) => ({
      id: String(row.character),
      name: String(JSON.parse(String(row.save)).name),
      epoch: Number(row.epoch),
      generation: Number(row.generation),
      custodian: row.custodian === null ? null : String(row.custodian),
      acknowledged: row.acknowledged === 1,
    }));
}
