import { describe, expect, test } from 'vitest';
import { BEAT_SECONDS, BEATS_PER_BAR, pitchOf, THEME_SECONDS, themeNotes } from './theme.ts';

describe('pitches', () => {
  test('are those of equal temperament', () => {
    expect(pitchOf('A4')).toBe(440);
    expect(pitchOf('C4')).toBeCloseTo(261.63, 1);
    expect(pitchOf('F#5')).toBeCloseTo(739.99, 1);
    expect(() => pitchOf('H2')).toThrow('H2');
  });
});

describe('the theme', () => {
  const notes = themeNotes();

  test('is in G major throughout', () => {
    const scale = ['G', 'A', 'B', 'C', 'D', 'E', 'F#'].map((name) => pitchOf(`${name}4`));
    for (const { pitch } of notes) {
      const fits = scale.some(
        (degree) =>
          Math.abs((Math.log2(pitch / degree) + 10) % 1) < 1e-6 ||
          Math.abs(((Math.log2(pitch / degree) + 10) % 1) - 1) < 1e-6,
      );
      expect(fits, `${pitch} Hz`).toBe(true);
    }
  });

  test('every bar has its harmony, and the flute never plays two notes at once', () => {
    const bar = BEATS_PER_BAR * BEAT_SECONDS;
    const bass = notes.filter((note) => note.instrument === 'bass').map((note) => Math.round(note.at / bar));
    expect(bass).toEqual([...Array(32).keys()]);
    const flute = notes.filter((note) => note.instrument === 'flute');
    flute.slice(1).forEach((note, i) => {
      const before = flute[i];
      expect((before?.at ?? 0) + (before?.seconds ?? 0)).toBeLessThanOrEqual(note.at + 1e-9);
    });
  });

  test('no bar of the melody is longer than three beats', () => {
    expect(THEME_SECONDS).toBeCloseTo(32 * BEATS_PER_BAR * BEAT_SECONDS);
    const flute = notes.filter((note) => note.instrument === 'flute');
    for (let bar = 0; bar < 32; bar++) {
      const inBar = flute.filter((note) => Math.floor(note.at / (BEATS_PER_BAR * BEAT_SECONDS) + 1e-9) === bar);
      const end = Math.max(0, ...inBar.map((note) => note.at + note.seconds));
      expect(end).toBeLessThanOrEqual((bar + 1) * BEATS_PER_BAR * BEAT_SECONDS);
    }
  });
});
