/** One note of a bird: a sweep between two pitches. */
export interface Chirp {
  /** Seconds from the start of the phrase. */
  readonly at: number;
  readonly seconds: number;
  /** Hz. */
  readonly from: number;
  readonly to: number;
}

/** A phrase of some bird: a trill, a call of two notes or a warble. @param random uniform in 0 (included) to 1 */
export function birdPhrase(random: () => number): readonly Chirp[] {
  const base = 2200 + random() * 2200;
  const kind = random();
  if (kind < 0.35) return trill(base, random);
  if (kind < 0.65) return call(base, random);
  return warble(base, random);
}

function trill(base: number, random: () => number): Chirp[] {
  const count = 4 + Math.floor(random() * 5);
  return Array.from({ length: count }, (_, i) => ({ at: i * 0.075, seconds: 0.05, from: base * 1.15, to: base }));
}

function call(base: number, random: () => number): Chirp[] {
  const fall = 0.72 + random() * 0.12;
  return [
    { at: 0, seconds: 0.16, from: base, to: base * 1.05 },
    { at: 0.22, seconds: 0.24, from: base * fall, to: base * fall * 0.97 },
  ];
}

/** A lark's way: rising and falling without a rest. */
function warble(base: number, random: () => number): Chirp[] {
  const count = 6 + Math.floor(random() * 6);
  let pitch = base;
  return Array.from({ length: count }, (_, i) => {
    const from = pitch;
    pitch = Math.min(Math.max(pitch * (0.8 + random() * 0.45), 1800), 5600);
    return { at: i * 0.11, seconds: 0.09, from, to: pitch };
  });
}
