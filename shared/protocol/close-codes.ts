/** WebSocket close codes of the protocol, and what each asks of the client. */
export const CLOSE_CODES = {
  /** Logged out: back to the start. */
  done: 1000,
  /** No input for too long: show it, wait for the player. */
  idle: 4000,
  /** A newer login took the character over: stop. */
  takenOver: 4001,
  /** The region is full: say so, offer to wait. */
  full: 4002,
  /** The ticket or lease is out of date: ask for a new ticket. */
  stale: 4003,
  /** The protocol differs: reload once. */
  protocol: 4004,
  /** Flooding, or not reading: back off. */
  flooding: 4008,
  /** The character moved to another region: connect there. */
  moved: 4009,
  /** Kicked or banned: show the reason. */
  removed: 4010,
  /** Malformed packets: report it. */
  malformed: 4011,
  /** The service restarts: reconnect with jitter. */
  restart: 1012,
} as const;

export type CloseReason = keyof typeof CLOSE_CODES;
