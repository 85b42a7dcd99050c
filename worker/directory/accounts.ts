/** Somebody who may play: proven by a token of a guest or of the identity provider. */
export interface Account {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
}

/** Issuer under which guests' accounts are kept; their subject is the account's own id. */
export const GUEST_ISSUER = 'guest';

/** The account as a statement that does nothing where it exists already. */
export function keepAccount(db: D1Database, account: Account, now: number): D1PreparedStatement {
  return db
    .prepare('INSERT INTO accounts (id, issuer, subject, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
    .bind(account.id, account.issuer, account.subject, now);
}

/**
 * The account id of a subject of the identity provider. Derived, not stored: the same subject is the
 * same account before its row exists, whatever runs at the same time.
 */
export async function accountIdOf(issuer: string, subject: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([issuer, subject]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0'));
  return `id-${hex.join('')}`;
}
