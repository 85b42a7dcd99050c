import { CLOSE_CODES, type CloseReason } from '../../../shared/protocol/close-codes.ts';

/** What the player is told about a connection that was closed for good, and whether trying again makes sense. */
export interface CloseText {
  readonly text: string;
  readonly canRetry: boolean;
}

const TEXTS: Record<CloseReason, CloseText> = {
  idle: {
    text: 'You were away for a while, so your character went to rest. Come back whenever you like.',
    canRetry: true,
  },
  takenOver: { text: 'This character is now played in another window. Close that one to play here.', canRetry: true },
  full: { text: 'This part of the world is full at the moment. Try again in a minute.', canRetry: true },
  stale: { text: 'Your place at the gate expired. Try again to get a new one.', canRetry: true },
  protocol: { text: 'The game was updated. Reload the page to get the new version.', canRetry: false },
  flooding: { text: 'Too much was sent at once. Wait a moment, then try again.', canRetry: true },
  moved: { text: 'Your character is on its way to another region.', canRetry: true },
  removed: { text: 'You were removed from the world by a moderator.', canRetry: false },
  done: { text: 'You have left the world. See you soon.', canRetry: true },
  malformed: {
    text: 'The world did not understand this page. Reload it; if that does not help, please report it.',
    canRetry: false,
  },
  restart: { text: 'The world restarts. It is back in a moment.', canRetry: true },
};

const UNKNOWN: CloseText = { text: 'The connection was closed. Check your network, then try again.', canRetry: true };

/** The sentence for a WebSocket close code; a general one for a code that is not of the protocol. */
export function closeText(code: number): CloseText {
  for (const [reason, value] of Object.entries(CLOSE_CODES)) {
    // Entries of a record have its keys; the library types them as plain strings.
    if (value === code) return TEXTS[reason as CloseReason];
  }
  return UNKNOWN;
}
