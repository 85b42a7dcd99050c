import type { Rules } from '../sim/rules.ts';

/**
 * A game as the region object hosts it. The object knows sockets, alarms and rows; this is all it
 * knows of what is played.
 */
export interface Game {
  readonly rules: Rules;
  /** Changes whenever kinds, spawns or ground do: a stored world of another edition is repopulated around its players. */
  readonly edition: string;
  /** Content hash of the region's ground, as clients load it. */
  readonly mapHash: string;
  /** Path of the asset manifest that this build was made with. */
  readonly manifest: string;
  /** Ticks of one day. */
  readonly dayTicks: number;
}
