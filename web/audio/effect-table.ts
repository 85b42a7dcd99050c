/**
 * The one-shot sounds as parameters of zzfx, in its order: volume, randomness, frequency, attack, sustain, release, shape,
 * curve, slide, delta slide, pitch jump, jump time, repeat time, noise, modulation, crush, delay, sustain volume, decay,
 * tremolo, filter. Found by listening; a missing parameter takes zzfx's default.
 */
const _ = undefined;

export const EFFECTS = {
  /** Wood on wood: a button. */
  click: [0.5, 0.02, 320, 0, 0.008, 0.035, 1, 1.6, -8, _, _, _, _, 0.4, _, _, _, 0.6, 0.01],
  /** A drawer that opens, and shuts. */
  open: [0.4, 0.02, 190, 0.01, 0.02, 0.06, 1, 1.2, 6, _, _, _, _, 0.9, _, _, _, 0.5, 0.02],
  close: [0.4, 0.02, 230, 0.005, 0.015, 0.05, 1, 1.2, -7, _, _, _, _, 0.9, _, _, _, 0.5, 0.02],
  /** Somebody speaks: two soft notes. */
  message: [0.35, 0, 660, 0.01, 0.05, 0.16, 0, 1, _, _, 220, 0.05, _, _, _, _, _, 0.7, 0.03],
  /** Something is refused: a low thud. */
  error: [0.5, 0.02, 140, 0.005, 0.04, 0.12, 1, 0.7, -2, _, _, _, _, 0.3, _, _, _, 0.5, 0.04],
  /** One arrives in the world. */
  arrive: [0.4, 0, 392, 0.03, 0.14, 0.45, 0, 1, _, _, 196, 0.12, _, _, _, _, 0.08, 0.7, 0.1],
} as const satisfies Record<string, readonly (number | undefined)[]>;

export type EffectName = keyof typeof EFFECTS;
