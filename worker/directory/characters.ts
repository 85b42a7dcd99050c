import { type Account, keepAccount } from './accounts.ts';
import type { CharacterName } from './names.ts';

/** Characters that one account may have. */
export const MAX_CHARACTERS = 5;

/** A character as the directory lists it. `lastSeen` is 0 for one that was never in the world. */
export interface ListedCharacter {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly combatLevel: number;
  readonly totalLevel: number;
  readonly lastSeen: number;
}

/** What is asked of the directory for a new character. */
export interface CharacterOrder {
  readonly id: string;
  readonly account: Account;
  readonly name: CharacterName;
  /** As JSON. */
  readonly look: string;
  readonly region: string;
  readonly combatLevel: number;
  readonly totalLevel: number;
}

/** What a character's own object is made of, and what it is made of again should that have been cut short. */
export interface CharacterOrigin extends ListedCharacter {
  readonly look: string;
}

const LISTED = 'id, name, region, combat_level AS combatLevel, total_level AS totalLevel, last_seen AS lastSeen';

/** An account's characters, the one played last first. */
export async function charactersOf(db: D1Database, accountId: string): Promise<ListedCharacter[]> {
  const { results } = await db
    .prepare(`SELECT ${LISTED} FROM characters WHERE account_id = ? ORDER BY last_seen DESC, created_at DESC, id`)
    .bind(accountId)
    .all<ListedCharacter>();
  return results;
}

/** One character of an account, or without an id the one played last; undefined where there is none. */
export async function characterOf(
  db: D1Database,
  accountId: string,
  characterId: string | undefined,
): Promise<CharacterOrigin | undefined> {
  const found = await db
    .prepare(
      `SELECT ${LISTED}, look FROM characters WHERE account_id = ?1 AND (?2 IS NULL OR id = ?2)
       ORDER BY last_seen DESC, created_at DESC, id LIMIT 1`,
    )
    .bind(accountId, characterId ?? null)
    .first<CharacterOrigin>();
  return found ?? undefined;
}

/**
 * Takes a name for a new character: in one statement it is counted and inserted, so of two that run
 * at once neither the sixth character nor the second bearer of a name gets through.
 */
export async function takeName(
  db: D1Database,
  order: CharacterOrder,
  now: number,
): Promise<'taken' | 'too many' | ListedCharacter> {
  const insert = db
    .prepare(
      `INSERT INTO characters
         (id, account_id, name, name_key, look, region, combat_level, total_level, created_at, last_seen)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0
       WHERE (SELECT COUNT(*) FROM characters WHERE account_id = ?2) < ?10
       ON CONFLICT (name_key) DO NOTHING RETURNING ${LISTED}`,
    )
    .bind(
      order.id,
      order.account.id,
      order.name.name,
      order.name.key,
      order.look,
      order.region,
      order.combatLevel,
      order.totalLevel,
      now,
      MAX_CHARACTERS,
    );
  const [, inserted] = await db.batch<ListedCharacter>([keepAccount(db, order.account, now), insert]);
  const [listed] = inserted?.results ?? [];
  if (listed !== undefined) return listed;
  const owner = await db.prepare('SELECT id FROM characters WHERE name_key = ?').bind(order.name.key).first();
  return owner === null ? 'too many' : 'taken';
}

/** Frees a character's name and forgets it. */
export async function releaseName(db: D1Database, characterId: string): Promise<void> {
  await db.prepare('DELETE FROM characters WHERE id = ?').bind(characterId).run();
}

/** Notes that a character was played now. */
export async function notePlayed(db: D1Database, characterId: string, now: number): Promise<void> {
  await db.prepare('UPDATE characters SET last_seen = ? WHERE id = ?').bind(now, characterId).run();
}

/** What a character's object tells the directory when the character leaves a region. */
export interface Sighting {
  readonly region: string;
  readonly combatLevel: number;
  readonly totalLevel: number;
  readonly lastSeen: number;
}

/** Copies a sighting into the directory. Repeatable; one of a forgotten character changes nothing. */
export async function noteSighting(db: D1Database, characterId: string, sighting: Sighting): Promise<void> {
  await db
    .prepare(
      'UPDATE characters SET region = ?, combat_level = ?, total_level = ?, last_seen = MAX(last_seen, ?) WHERE id = ?',
    )
    .bind(sighting.region, sighting.combatLevel, sighting.totalLevel, sighting.lastSeen, characterId)
    .run();
}
