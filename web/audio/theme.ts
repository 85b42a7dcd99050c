/**
 * The theme of Hearthvale: 32 bars in three, G major, for a lute and a flute. Ours. Bars are written as `pitch:beats` with
 * `-` for a rest, so that the music can be read and changed here.
 */

export const BEATS_PER_BAR = 3;
/** Seconds of a beat: 92 beats a minute. */
export const BEAT_SECONDS = 60 / 92;

export type Instrument = 'lute' | 'bass' | 'flute';

export interface Note {
  readonly instrument: Instrument;
  /** Hz. */
  readonly pitch: number;
  /** Seconds from the start of the loop. */
  readonly at: number;
  readonly seconds: number;
  /** 0 to 1. */
  readonly loudness: number;
}

const FIRST = ['B4:2 D5:1', 'A4:1.5 B4:.5 A4:1', 'G4:2 B4:1', 'E5:2 D5:1'];
const MELODY: readonly string[] = [
  ...[...FIRST, 'B4:1 D5:1 G5:1', 'E5:2 C5:1', 'D5:1 C5:1 A4:1', 'A4:2 -:1'],
  ...[...FIRST, 'B4:1 C5:1 D5:1', 'A4:2 F#4:1', 'G4:3', '-:3'],
  ...[
    'E5:2 F#5:1',
    'D5:2 B4:1',
    'C5:1 D5:1 E5:1',
    'D5:3',
    'C5:1.5 B4:.5 A4:1',
    'G4:1 A4:1 C5:1',
    'D5:2 E5:1',
    'F#4:1 A4:1 C5:1',
  ],
  ...[...FIRST, 'B4:1 C5:1 D5:1', 'A4:2 F#4:1', 'G4:3', '-:3'],
];

/** Bass and the three notes above it that the lute breaks. */
const CHORDS = {
  G: ['G2', 'D3', 'G3', 'B3'],
  D: ['F#2', 'D3', 'A3', 'D4'],
  Em: ['E2', 'E3', 'G3', 'B3'],
  Bm: ['B2', 'D3', 'F#3', 'B3'],
  C: ['C3', 'E3', 'G3', 'C4'],
  Am: ['A2', 'E3', 'A3', 'C4'],
} as const;

const HARMONY: readonly (keyof typeof CHORDS)[] = [
  ...(['G', 'D', 'Em', 'C', 'G', 'C', 'D', 'D'] as const),
  ...(['G', 'D', 'Em', 'C', 'G', 'D', 'G', 'G'] as const),
  ...(['Em', 'Bm', 'C', 'G', 'Am', 'C', 'D', 'D'] as const),
  ...(['G', 'D', 'Em', 'C', 'G', 'D', 'G', 'G'] as const),
];

/** Which note of the chord the lute plays at each half beat. */
const BROKEN = [1, 2, 3, 2, 3, 2] as const;

/** Seconds of one turn of the theme. */
export const THEME_SECONDS = MELODY.length * BEATS_PER_BAR * BEAT_SECONDS;

/** The notes of one turn, in the order of their time. */
export function themeNotes(): readonly Note[] {
  return [...accompaniment(), ...melody()].sort((a, b) => a.at - b.at);
}

function melody(): Note[] {
  const notes: Note[] = [];
  MELODY.forEach((bar, index) => {
    let beat = index * BEATS_PER_BAR;
    for (const written of bar.split(' ')) {
      const [name = '-', beats = '1'] = written.split(':');
      const length = Number(beats) * BEAT_SECONDS;
      if (name !== '-') {
        notes.push({
          instrument: 'flute',
          pitch: pitchOf(name),
          at: beat * BEAT_SECONDS,
          seconds: length * 0.96,
          loudness: 0.5,
        });
      }
      beat += Number(beats);
    }
  });
  return notes;
}

function accompaniment(): Note[] {
  return HARMONY.flatMap((chord, bar) => {
    const at = bar * BEATS_PER_BAR * BEAT_SECONDS;
    const names = CHORDS[chord];
    const low: Note = {
      instrument: 'bass',
      pitch: pitchOf(names[0]),
      at,
      seconds: BEATS_PER_BAR * BEAT_SECONDS,
      loudness: 0.55,
    };
    const broken = BROKEN.map((voice, half): Note => {
      const accent = half === 0 ? 0.5 : half % 2 === 0 ? 0.38 : 0.3;
      return {
        instrument: 'lute',
        pitch: pitchOf(names[voice]),
        at: at + (half * BEAT_SECONDS) / 2,
        seconds: 1.6,
        loudness: accent,
      };
    });
    return [low, ...broken];
  });
}

const SEMITONES: Readonly<Record<string, number>> = { C: -9, D: -7, E: -5, F: -4, G: -2, A: 0, B: 2 };

/** Hz of a note by its name, for example `F#4`; A4 is 440. @throws on what is not a name */
export function pitchOf(name: string): number {
  const [, letter = '', sharp, octave] = /^([A-G])(#?)(\d)$/.exec(name) ?? [];
  const semitone = SEMITONES[letter];
  if (semitone === undefined) throw new Error(`not a note: ${name}`);
  return 440 * 2 ** ((semitone + (sharp === '#' ? 1 : 0)) / 12 + Number(octave) - 4);
}
