/** Sounds made of filtered noise, as samples from -1 to 1. `random` is uniform in 0 (included) to 1. */

export const SURFACES = ['grass', 'dirt', 'stone', 'wood', 'sand', 'water'] as const;
export type Surface = (typeof SURFACES)[number];

/** How a foot sounds on a surface. */
interface Step {
  /** Seconds until the sound has fallen to a third. */
  readonly decay: number;
  /** Cut-offs in Hz between which the noise passes. */
  readonly low: number;
  readonly high: number;
  /** Frequency in Hz of a resonance below the noise, and its share. */
  readonly tone: number;
  readonly toneShare: number;
  /** A second, softer contact after so many seconds: the ball of the foot. */
  readonly second: number;
}

const STEPS: Record<Surface, Step> = {
  grass: { decay: 0.045, low: 500, high: 3200, tone: 90, toneShare: 0.15, second: 0.045 },
  dirt: { decay: 0.035, low: 150, high: 1500, tone: 85, toneShare: 0.45, second: 0.04 },
  stone: { decay: 0.018, low: 900, high: 5200, tone: 210, toneShare: 0.35, second: 0.035 },
  wood: { decay: 0.03, low: 200, high: 1900, tone: 165, toneShare: 0.9, second: 0.05 },
  sand: { decay: 0.06, low: 700, high: 2600, tone: 70, toneShare: 0.1, second: 0.055 },
  water: { decay: 0.085, low: 350, high: 2400, tone: 240, toneShare: 0.25, second: 0.075 },
};

/** One footfall. @param rate samples per second */
export function renderStep(surface: Surface, rate: number, random: () => number): Float32Array<ArrayBuffer> {
  const { decay, low, high, tone, toneShare, second } = STEPS[surface];
  const samples = new Float32Array(Math.ceil(rate * (decay * 5 + second)));
  const band = bandpass(low, high, rate);
  const detune = 0.92 + random() * 0.16;
  for (let i = 0; i < samples.length; i++) {
    const t = i / rate;
    const late = t - second;
    const contact = Math.min(t / 0.003, 1) * Math.exp(-t / decay) + (late > 0 ? 0.55 * Math.exp(-late / decay) : 0);
    const body = Math.sin(2 * Math.PI * tone * detune * t) * Math.exp(-t / (decay * 0.8)) * toneShare;
    samples[i] = band(random() * 2 - 1) * contact + body * 0.5;
  }
  return normalised(samples, 0.8);
}

/** A brook that loops without a seam. */
export function renderWater(rate: number, seconds: number, random: () => number): Float32Array<ArrayBuffer> {
  const low = bandpass(180, 900, rate);
  const high = bandpass(1200, 4200, rate);
  return loop(rate, seconds, (t) => {
    const noise = random() * 2 - 1;
    const swell = 0.7 + 0.3 * Math.sin(t * 1.9) * Math.sin(t * 0.73 + 1);
    const ripple = 0.25 + 0.2 * Math.max(0, Math.sin(t * 5.3) * Math.sin(t * 3.1 + 2));
    return low(noise) * swell + high(noise) * ripple;
  });
}

/** Wind in leaves that loops without a seam. */
export function renderWind(rate: number, seconds: number, random: () => number): Float32Array<ArrayBuffer> {
  const body = bandpass(90, 420, rate);
  const leaves = bandpass(1500, 5200, rate);
  return loop(rate, seconds, (t) => {
    const noise = random() * 2 - 1;
    const gust = 0.45 + 0.35 * Math.sin(t * 0.41) + 0.2 * Math.sin(t * 1.07 + 0.8);
    return body(noise) * gust + leaves(noise) * gust * gust * 0.22;
  });
}

/** Samples whose end flows into their beginning: the last half second is faded into the first. */
function loop(rate: number, seconds: number, sampleAt: (t: number) => number): Float32Array<ArrayBuffer> {
  const length = Math.round(rate * seconds);
  const overlap = Math.round(Math.min(rate / 2, length / 2));
  const long = Float32Array.from({ length: length + overlap }, (_, i) => sampleAt(i / rate));
  const samples = long.slice(0, length);
  for (let i = 0; i < overlap; i++) {
    const share = i / overlap;
    // Equal power: noise that is not alike keeps its loudness.
    samples[i] = (long[i] ?? 0) * Math.sqrt(share) + (long[length + i] ?? 0) * Math.sqrt(1 - share);
  }
  return normalised(samples, 0.6);
}

/** Two one-pole filters in a row. Cut-offs in Hz. */
function bandpass(low: number, high: number, rate: number): (sample: number) => number {
  const lowShare = 1 - Math.exp((-2 * Math.PI * low) / rate);
  const highShare = 1 - Math.exp((-2 * Math.PI * high) / rate);
  let slow = 0;
  let fast = 0;
  return (sample) => {
    fast += highShare * (sample - fast);
    slow += lowShare * (fast - slow);
    return fast - slow;
  };
}

function normalised(samples: Float32Array<ArrayBuffer>, peak: number): Float32Array<ArrayBuffer> {
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1e-6);
  return samples.map((sample) => (sample * peak) / loudest);
}
