import { packPayload, unpackPayload } from '../../shared/protocol/packets.ts';
import { type CharacterSave, readSave } from '../character/save.ts';

/** A character in this region's custody. `departing` rows are the outbox: they go when the Character object has them. */
export interface CharacterRow {
  readonly id: string;
  readonly account: string;
  readonly epoch: number;
  readonly generation: number;
  readonly status: 'active' | 'departing';
  readonly save: CharacterSave;
}

/** The highest lease of a character that this region ever answered, and whether it refused it. */
export interface Tombstone {
  readonly epoch: number;
  readonly refused: boolean;
}

/** Largest blob of a checkpoint; rows are priced by number, so they are made large, well below the 2 MB that a row can hold. */
const PART_BYTES = 256 * 1024;

/** Each is run once, in order, in one transaction with its mark. Append only. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE checkpoint (part INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
   CREATE TABLE character (
     id TEXT PRIMARY KEY, account TEXT NOT NULL, epoch INTEGER NOT NULL, generation INTEGER NOT NULL,
     status TEXT NOT NULL, save BLOB NOT NULL
   ) WITHOUT ROWID;
   CREATE TABLE tombstone (id TEXT PRIMARY KEY, epoch INTEGER NOT NULL, refused INTEGER NOT NULL) WITHOUT ROWID;
   CREATE TABLE ticket (nonce TEXT PRIMARY KEY, expires INTEGER NOT NULL) WITHOUT ROWID;`,
];

type Row = Record<string, SqlStorageValue>;

/** The region's rows. Synchronous throughout; every error escapes, so that the platform restarts the object. */
export class Store {
  private readonly storage: DurableObjectStorage;
  private readonly sql: SqlStorage;

  constructor(storage: DurableObjectStorage) {
    this.storage = storage;
    this.sql = storage.sql;
    this.migrate();
  }

  private migrate(): void {
    this.sql.exec('CREATE TABLE IF NOT EXISTS _migrations (id INTEGER PRIMARY KEY)');
    const done = Number(this.sql.exec('SELECT COUNT(*) AS done FROM _migrations').one().done);
    MIGRATIONS.slice(done).forEach((statements, index) => {
      this.storage.transactionSync(() => {
        this.sql.exec(statements);
        this.sql.exec('INSERT INTO _migrations (id) VALUES (?)', done + index + 1);
      });
    });
  }

  meta(key: string): string | undefined {
    const [row] = this.sql.exec('SELECT value FROM meta WHERE key = ?', key).toArray();
    return row === undefined ? undefined : String(row.value);
  }

  setMeta(key: string, value: string): void {
    this.sql.exec('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value);
  }

  /** The world as it was checkpointed last; undefined before the first time. */
  checkpoint(): string | undefined {
    const rows = this.sql.exec('SELECT bytes FROM checkpoint ORDER BY part').toArray();
    if (rows.length === 0) return undefined;
    const parts = rows.map((row) => new Uint8Array(row.bytes as ArrayBuffer));
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.byteLength;
    }
    return new TextDecoder().decode(whole);
  }

  /** Replaces the checkpoint, all of it or nothing. Returns the rows written. */
  setCheckpoint(text: string): number {
    const bytes = new TextEncoder().encode(text);
    const parts = Math.ceil(bytes.byteLength / PART_BYTES);
    this.storage.transactionSync(() => {
      for (let part = 0; part < parts; part++) {
        const blob = bytes.slice(part * PART_BYTES, (part + 1) * PART_BYTES);
        this.sql.exec('INSERT OR REPLACE INTO checkpoint (part, bytes) VALUES (?, ?)', part, blob);
      }
      this.sql.exec('DELETE FROM checkpoint WHERE part >= ?', parts);
    });
    return parts;
  }

  characters(): CharacterRow[] {
    return this.sql.exec('SELECT * FROM character ORDER BY id').toArray().map(readRow);
  }

  /** How many characters are in this region's custody, departing ones included. */
  characterCount(): number {
    return Number(this.sql.exec('SELECT COUNT(*) AS total FROM character').one().total);
  }

  character(id: string): CharacterRow | undefined {
    const [row] = this.sql.exec('SELECT * FROM character WHERE id = ?', id).toArray();
    return row === undefined ? undefined : readRow(row);
  }

  putCharacter(row: CharacterRow): void {
    this.sql.exec(
      'INSERT OR REPLACE INTO character (id, account, epoch, generation, status, save) VALUES (?, ?, ?, ?, ?, ?)',
      row.id,
      row.account,
      row.epoch,
      row.generation,
      row.status,
      packPayload(row.save).slice(),
    );
  }

  setGeneration(id: string, generation: number): void {
    this.sql.exec('UPDATE character SET generation = ? WHERE id = ?', generation, id);
  }

  removeCharacter(id: string): void {
    this.sql.exec('DELETE FROM character WHERE id = ?', id);
  }

  tombstone(id: string): Tombstone | undefined {
    const [row] = this.sql.exec('SELECT epoch, refused FROM tombstone WHERE id = ?', id).toArray();
    return row === undefined ? undefined : { epoch: Number(row.epoch), refused: Number(row.refused) === 1 };
  }

  setTombstone(id: string, { epoch, refused }: Tombstone): void {
    this.sql.exec('INSERT OR REPLACE INTO tombstone (id, epoch, refused) VALUES (?, ?, ?)', id, epoch, refused ? 1 : 0);
  }

  /**
   * Uses a ticket up: false where it was used before. Those that expired are forgotten on the way.
   * Tickets live by the wall's clock, whatever the region's shows.
   */
  useTicket(nonce: string, expires: number): boolean {
    if (this.sql.exec('SELECT 1 FROM ticket WHERE nonce = ?', nonce).toArray().length > 0) return false;
    this.sql.exec('DELETE FROM ticket WHERE expires < ?', Date.now());
    this.sql.exec('INSERT INTO ticket (nonce, expires) VALUES (?, ?)', nonce, expires);
    return true;
  }
}

function readRow(row: Row): CharacterRow {
  return {
    id: String(row.id),
    account: String(row.account),
    epoch: Number(row.epoch),
    generation: Number(row.generation),
    status: row.status === 'departing' ? 'departing' : 'active',
    // BLOB columns come as ArrayBuffer.
    save: readSave(unpackPayload(new Uint8Array(row.save as ArrayBuffer))),
  };
}
