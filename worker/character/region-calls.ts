import type { CharacterSave } from './save.ts';

/** A lease as the Character object hands it over. */
export interface AdmitCall {
  readonly character: string;
  readonly account: string;
  readonly epoch: number;
  readonly generation: number;
  readonly save: CharacterSave;
}

export type AdmitAnswer = { ok: true } | { refused: 'full' | 'closed' | 'newer save' };

/**
 * What a Character object asks of a region. Every call may be lost, repeated or late, so each is
 * idempotent; one that throws is asked again.
 */
export interface RegionCalls {
  /** Takes the lease, or refuses it for ever: the same lease gets the same answer. */
  admit(call: AdmitCall): Promise<AdmitAnswer>;
  /** Notes a newer login and closes the older socket. */
  takeover(call: { character: string; epoch: number; generation: number }): Promise<void>;
  /** Removes the character and admits no lease up to this epoch any more. */
  evict(call: { character: string; epoch: number }): Promise<void>;
}

/** What a region asks of a Character object. */
export interface CheckinCall {
  readonly epoch: number;
  /** Name of the asking region's object, `<world>/<region>`. */
  readonly from: string;
  readonly save: CharacterSave;
  /** Name of the region object that is to take over; null where the character leaves the world. */
  readonly destination: string | null;
}
