/** A stream of numbers in 0 (included) to 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A 32-bit hash of two integers and a seed. */
export function hash2(x: number, z: number, seed: number): number {
  let mixed = Math.imul(x, 0x27d4eb2d) ^ Math.imul(z, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A number in 0 (included) to 1 from two integers and a seed. */
export function hashUnit(x: number, z: number, seed: number): number {
  return hash2(x, z, seed) / 4294967296;
}

/** 0 below `low`, 1 above `high`, smooth between; works with the bounds swapped too. */
export function smoothstep(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

export function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

const GRADIENTS = Array.from({ length: 16 }, (_, index) => {
  const angle = (index / 16) * Math.PI * 2;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

/**
 * Gradient noise, about −1 to 1, of period `period` lattice cells in both axes (0: endless).
 */
export function noise(x: number, z: number, seed: number, period = 0): number {
  const column = Math.floor(x);
  const row = Math.floor(z);
  const u = x - column;
  const v = z - row;
  const corner = (dx: number, dz: number): number => {
    const cx = period > 0 ? modulo(column + dx, period) : column + dx;
    const cz = period > 0 ? modulo(row + dz, period) : row + dz;
    const gradient = GRADIENTS[hash2(cx, cz, seed) & 15] ?? GRADIENTS[0];
    return gradient === undefined ? 0 : gradient[0] * (u - dx) + gradient[1] * (v - dz);
  };
  const su = u * u * u * (u * (u * 6 - 15) + 10);
  const sv = v * v * v * (v * (v * 6 - 15) + 10);
  const value = mix(mix(corner(0, 0), corner(1, 0), su), mix(corner(0, 1), corner(1, 1), su), sv);
  return value * 1.5;
}

/** Octaves of `noise`, each of twice the frequency and half the height; about −1 to 1. */
export function fractal(x: number, z: number, octaves: number, seed: number, period = 0): number {
  let sum = 0;
  let total = 0;
  let height = 1;
  let frequency = 1;
  for (let octave = 0; octave < octaves; octave++) {
    sum += height * noise(x * frequency, z * frequency, seed + octave * 101, period * frequency);
    total += height;
    height /= 2;
    frequency *= 2;
  }
  return sum / total;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
