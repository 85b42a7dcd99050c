import { CLOSE_CODES, type CloseReason } from '../protocol/close-codes.ts';

/** What the client does when its socket closes. */
export type ClosePolicy =
  /** Reconnects after the usual wait. */
  | { readonly kind: 'retry' }
  /** Reconnects at once, the first time; then as usual. */
  | { readonly kind: 'renew' }
  /** Reconnects after the longest wait. */
  | { readonly kind: 'back off' }
  /** Connects where the character went, with the ticket it was given. */
  | { readonly kind: 'transfer' }
  /** The page is older than the server: load it again, once. */
  | { readonly kind: 'reload'; readonly text: string }
  /** The player logged out. */
  | { readonly kind: 'leave' }
  /** Stays closed until the player acts. */
  | { readonly kind: 'stop'; readonly text: string; readonly canRetry: boolean };

const POLICIES: Readonly<Record<CloseReason, ClosePolicy>> = {
  idle: { kind: 'stop', text: 'You were away for a while. Come back whenever you like.', canRetry: true },
  takenOver: { kind: 'stop', text: 'Your character was entered from somewhere else.', canRetry: false },
  full: { kind: 'stop', text: 'This region is full at the moment. Try again in a little while.', canRetry: true },
  stale: { kind: 'renew' },
  protocol: { kind: 'reload', text: 'The world has been updated. Reload the page to go on.' },
  flooding: { kind: 'back off' },
  moved: { kind: 'transfer' },
  removed: { kind: 'stop', text: 'You were removed from the world.', canRetry: false },
  malformed: {
    kind: 'stop',
    text: 'The server did not understand this client. The fault was reported.',
    canRetry: true,
  },
  restart: { kind: 'retry' },
  done: { kind: 'leave' },
};

/** What a close code asks of the client; codes that mean a lost connection, and those unknown, ask to reconnect. */
export function closePolicy(code: number, reason: string): ClosePolicy {
  const name = closeReason(code);
  if (name === undefined) return { kind: 'retry' };
  if (name === 'removed' && reason !== '') return { kind: 'stop', text: reason, canRetry: false };
  return POLICIES[name];
}

/** The protocol's name of a close code. */
export function closeReason(code: number): CloseReason | undefined {
  // Object.entries widens the keys of the table to string.
  const entries = Object.entries(CLOSE_CODES) as [CloseReason, number][];
  return entries.find(([, value]) => value === code)?.[0];
}
