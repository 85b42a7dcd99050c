import type { Misprediction } from './prediction.ts';

/** What the connection and the corrections have cost since the client was made. */
export interface NetworkStats {
  /** Median of the last eight round trips; undefined before the first. */
  readonly roundTripMs: number | undefined;
  readonly jitterMs: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly framesIn: number;
  readonly framesOut: number;
  readonly bytesInPerTick: number;
  readonly bytesOutPerTick: number;
  /** Corrections that showed as a jump, and why they came. */
  readonly snaps: number;
  readonly snapReasons: Readonly<Partial<Record<Misprediction | 'unknown', number>>>;
  /** Stops by the server that were glided back to. */
  readonly glides: number;
  /** Ticks that went otherwise than foretold. */
  readonly mispredictedTicks: number;
  /** Moves that reached the server after the tick they named. */
  readonly lateMoves: number;
  /** Distance in tiles that the last correction had to cover. */
  readonly predictionErrorTiles: number;
  /** Distance in ms behind the server's clock at which others are drawn. */
  readonly remoteDelayMs: number;
  readonly pendingMoves: number;
  readonly entities: number;
  /** The newest tick heard of. */
  readonly tick: number;
}

/** Bytes and frames in both directions. */
export interface Traffic {
  bytesIn: number;
  bytesOut: number;
  framesIn: number;
  framesOut: number;
}

export function createTraffic(): Traffic {
  return { bytesIn: 0, bytesOut: 0, framesIn: 0, framesOut: 0 };
}
