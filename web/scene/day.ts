/**
 * The day as keys of colour between which every moment is interpolated. The colours were chosen by
 * looking; noon and night last, dawn and dusk pass.
 */
import { Color, type Vector3 } from 'three';
import { smoothstep } from './noise.ts';

/** Colours and strengths of one moment. */
export interface Mood {
  readonly sun: Color;
  sunStrength: number;
  readonly sky: Color;
  readonly ground: Color;
  hemisphereStrength: number;
  readonly zenith: Color;
  readonly middle: Color;
  readonly horizon: Color;
  readonly fog: Color;
  readonly fogSun: Color;
  fogDensity: number;
  exposure: number;
  glow: number;
  /** 0 by day, 1 where stars show. */
  night: number;
}

interface MoodRow {
  readonly sun: number;
  readonly sunStrength: number;
  readonly sky: number;
  readonly ground: number;
  readonly hemisphereStrength: number;
  readonly zenith: number;
  readonly middle: number;
  readonly horizon: number;
  readonly fog: number;
  readonly fogSun: number;
  readonly fogDensity: number;
  readonly exposure: number;
  readonly glow: number;
  readonly night: number;
}

const MOODS = {
  noon: {
    sun: 0xfff1d6,
    sunStrength: 3.3,
    sky: 0xcfe6ff,
    ground: 0x8f8a5e,
    hemisphereStrength: 1.3,
    zenith: 0x2f7ad6,
    middle: 0x7fbcf2,
    horizon: 0xd8ecf6,
    fog: 0xb9d6ea,
    fogSun: 0xf4ecd0,
    fogDensity: 0.0085,
    exposure: 1,
    glow: 0.12,
    night: 0,
  },
  golden: {
    sun: 0xffcf8e,
    sunStrength: 3.5,
    sky: 0xb4ccf0,
    ground: 0x8c7a50,
    hemisphereStrength: 1.15,
    zenith: 0x2f74cc,
    middle: 0x8cbfe8,
    horizon: 0xffe0b0,
    fog: 0xb8c6d4,
    fogSun: 0xffd49a,
    fogDensity: 0.0095,
    exposure: 1.02,
    glow: 0.4,
    night: 0,
  },
  dusk: {
    sun: 0xffa06c,
    sunStrength: 2.3,
    sky: 0x938fc8,
    ground: 0x64525a,
    hemisphereStrength: 1.3,
    zenith: 0x2c3a7c,
    middle: 0x9a6aa0,
    horizon: 0xffa468,
    fog: 0xa5809a,
    fogSun: 0xff9f60,
    fogDensity: 0.0115,
    exposure: 1.06,
    glow: 1.25,
    night: 0.15,
  },
  night: {
    sun: 0x93b2ff,
    sunStrength: 1.1,
    sky: 0x3f5894,
    ground: 0x1c2436,
    hemisphereStrength: 0.84,
    zenith: 0x0a1230,
    middle: 0x17285a,
    horizon: 0x2c4478,
    fog: 0x1f3158,
    fogSun: 0x36508a,
    fogDensity: 0.0115,
    exposure: 1.18,
    glow: 1.7,
    night: 1,
  },
} as const satisfies Record<string, MoodRow>;

/** Day fractions of the keys; between two of the same name nothing changes. */
const KEYS: readonly (readonly [fraction: number, mood: keyof typeof MOODS])[] = [
  [0, 'night'],
  [0.19, 'night'],
  [0.245, 'dusk'],
  [0.31, 'golden'],
  [0.41, 'noon'],
  [0.62, 'noon'],
  [0.7, 'golden'],
  [0.775, 'dusk'],
  [0.85, 'night'],
  [1, 'night'],
];

const COLOURS = ['sun', 'sky', 'ground', 'zenith', 'middle', 'horizon', 'fog', 'fogSun'] as const;
const NUMBERS = ['sunStrength', 'hemisphereStrength', 'fogDensity', 'exposure', 'glow', 'night'] as const;

const asColour = new Color();

export function createMood(): Mood {
  return {
    sun: new Color(),
    sunStrength: 0,
    sky: new Color(),
    ground: new Color(),
    hemisphereStrength: 0,
    zenith: new Color(),
    middle: new Color(),
    horizon: new Color(),
    fog: new Color(),
    fogSun: new Color(),
    fogDensity: 0,
    exposure: 1,
    glow: 0,
    night: 0,
  };
}

/** Writes the mood at a day fraction (0 midnight, 0.5 noon). */
export function moodAt(dayFraction: number, mood: Mood): void {
  const fraction = dayFraction - Math.floor(dayFraction);
  const next = Math.max(
    1,
    KEYS.findIndex(([at]) => at > fraction),
  );
  const [from, fromName] = KEYS[next - 1] ?? [0, 'night'];
  const [to, toName] = KEYS[next] ?? [1, 'night'];
  const a = MOODS[fromName];
  const b = MOODS[toName];
  const t = smoothstep(from, to, fraction);
  for (const name of COLOURS) mood[name].setHex(a[name]).lerp(asColour.setHex(b[name]), t);
  for (const name of NUMBERS) mood[name] = a[name] + (b[name] - a[name]) * t;
}

/** Day fractions at which the sun has set, and before which it has not risen. */
const DAWN = 0.22;
const NIGHTFALL = 0.81;

/**
 * Direction toward the sun, or by night toward the moon, in three's coordinates: east in the
 * morning, south-west at noon so that roofs and trees have a dark side, low at dusk.
 */
export function lightDirection(dayFraction: number, out: Vector3): Vector3 {
  if (dayFraction < DAWN || dayFraction > NIGHTFALL) return out.set(-0.45, 0.8, 0.42).normalize();
  const angle = (dayFraction - 0.25) * Math.PI * 2;
  const east = Math.cos(angle) * 0.9 - 0.42 * Math.max(0, Math.sin(angle));
  return out.set(east, 0.3 + 0.66 * Math.max(0, Math.sin(angle)), 0.44).normalize();
}

/** How much of its strength the light has: less while sun and moon change places. */
export function lightShare(dayFraction: number): number {
  const fromDawn = Math.abs(dayFraction - DAWN);
  const fromNightfall = Math.abs(dayFraction - NIGHTFALL);
  return smoothstep(0, 0.025, Math.min(fromDawn, fromNightfall));
}
