/** How far ahead notes are handed over, in seconds: longer than a timer may be late. */
const LOOK_AHEAD_SECONDS = 0.6;

/** Hands the notes of a loop over shortly before they sound. */
export interface Sequencer {
  /** @param now the clock that `startAt` is on, in seconds */
  advance(now: number): void;
}

/**
 * @param notes in the order of their time, each before `loopSeconds`
 * @param startAt when the first turn begins
 * @param play gets a note, when it sounds and which turn of the loop it belongs to; what is already past is left out
 */
export function createSequencer<N extends { readonly at: number }>(
  notes: readonly N[],
  loopSeconds: number,
  startAt: number,
  play: (note: N, when: number, turn: number) => void,
): Sequencer {
  let next = 0;
  let turn = 0;
  return {
    advance(now) {
      if (notes.length === 0) return;
      // After a sleep of the page the turns that were missed are skipped at once.
      const missed = Math.floor((now - startAt) / loopSeconds) - turn;
      if (missed > 0) {
        turn += missed;
        next = 0;
      }
      for (;;) {
        const note = notes[next];
        if (note === undefined) {
          next = 0;
          turn++;
          continue;
        }
        const when = startAt + turn * loopSeconds + note.at;
        if (when > now + LOOK_AHEAD_SECONDS) return;
        if (when >= now) play(note, when, turn);
        next++;
      }
    },
  };
}
