import type { Custody } from './custody.ts';
import { readSave } from './save.ts';

/** Each is run once, in order, in one transaction with its mark. Append only. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE custody (
     only INTEGER PRIMARY KEY CHECK (only = 1),
     character TEXT NOT NULL, account TEXT NOT NULL,
     epoch INTEGER NOT NULL, generation INTEGER NOT NULL,
     custodian TEXT, acknowledged INTEGER NOT NULL,
     save TEXT NOT NULL, previous_region TEXT NOT NULL, erased INTEGER NOT NULL,
     listed INTEGER NOT NULL
   )`,
];

/** A character as its object stores it. */
export interface StoredCharacter {
  readonly character: string;
  readonly account: string;
  readonly custody: Custody;
  /** Whether the directory knows what it lists of this state. */
  readonly listed: boolean;
}

/** The one row of a Character object. Synchronous; errors escape, so that the platform restarts the object. */
export class CustodyRows {
  private readonly storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.storage = storage;
    this.migrate();
  }

  /** Undefined before the character was made. */
  read(): StoredCharacter | undefined {
    const [row] = this.storage.sql.exec('SELECT * FROM custody').toArray();
    if (row === undefined) return undefined;
    return {
      character: String(row.character),
      account: String(row.account),
      listed: row.listed === 1,
      custody: {
        epoch: Number(row.epoch),
        generation: Number(row.generation),
        custodian: row.custodian === null ? null : String(row.custodian),
        acknowledged: row.acknowledged === 1,
        save: readSave(JSON.parse(String(row.save))),
        previousRegion: String(row.previous_region),
        erased: row.erased === 1,
      },
    };
  }

  write(stored: StoredCharacter): void {
    const { custody } = stored;
    this.storage.sql.exec(
      'INSERT OR REPLACE INTO custody VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      stored.character,
      stored.account,
      custody.epoch,
      custody.generation,
      custody.custodian,
      Number(custody.acknowledged),
      JSON.stringify(custody.save),
      custody.previousRegion,
      Number(custody.erased),
      Number(stored.listed),
    );
  }

  private migrate(): void {
    const { sql } = this.storage;
    sql.exec('CREATE TABLE IF NOT EXISTS _migrations (id INTEGER PRIMARY KEY)');
    const done = Number(sql.exec('SELECT COUNT(*) AS done FROM _migrations').one().done);
    MIGRATIONS.slice(done).forEach((statements, index) => {
      this.storage.transactionSync(() => {
        sql.exec(statements);
        sql.exec('INSERT INTO _migrations (id) VALUES (?)', done + index + 1);
      });
    });
  }
}
