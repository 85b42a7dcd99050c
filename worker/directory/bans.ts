/** Why somebody may not play. */
export interface Ban {
  readonly reason: string;
  /** When it ends, in ms since 1970; null for one that does not. */
  readonly until: number | null;
}

/** The ban that holds for an account, or for this character of it; the longest where there are several. */
export async function activeBan(
  db: D1Database,
  accountId: string,
  characterId: string | undefined,
  now: number,
): Promise<Ban | undefined> {
  const ban = await db
    .prepare(
      `SELECT reason, until FROM bans
       WHERE account_id = ?1 AND (character_id IS NULL OR character_id = ?2) AND (until IS NULL OR until > ?3)
       ORDER BY until IS NULL DESC, until DESC LIMIT 1`,
    )
    .bind(accountId, characterId ?? null, now)
    .first<Ban>();
  return ban ?? undefined;
}
