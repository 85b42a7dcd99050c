/**
 * The network's rhythm, limits and patience, by the names and values the protocol was specified with.
 * Milliseconds unless the name says otherwise. Both ends import this one object; nothing else may
 * hold a copy of one of these numbers.
 */
export const NETWORK_CONSTANTS = {
  /** Interval of the server's simulation. */
  TICK_DURATION_MS: 600,
  /** Slot between ticks in which what is not world state is flushed, and only when something is pending. */
  NETWORK_RATE: 125,
  /** Least time between two frames of input from one client. */
  INPUT_RATE: 33,

  /** Snapshots that an interpolator keeps of a remote entity. */
  SNAPSHOT_BUFFER_SIZE: 3,
  /** Floor of the adaptive delay at which remote entities are drawn. */
  INTERPOLATION_DELAY_MS: 100,

  /** Distance in tiles between drawn and replayed position beyond which the client snaps. */
  MAX_PREDICTION_ERROR: 0.5,
  /** Moves that a client predicts ahead of the server; beyond it the newest replaces the last. */
  MAX_PENDING_MOVES: 10,

  /** Interval of round-trip measurement. */
  PING_INTERVAL_MS: 5000,
  /** First wait before reconnecting. */
  RECONNECT_DELAY_MS: 1000,
  /** Longest wait before reconnecting. */
  MAX_RECONNECT_DELAY_MS: 30000,
  /** Growth of the wait from one attempt to the next. */
  RECONNECT_MULTIPLIER: 2,

  /** Longest time a connection may take to open. */
  CONNECTION_TIMEOUT_MS: 10000,
  /** Time without input after which the server disconnects a player. */
  IDLE_TIMEOUT_MS: 300000,
} as const;
