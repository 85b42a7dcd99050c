/** Linear red, green and blue, 0..1. */
export type Colour = readonly [number, number, number];

/** The linear colour of an sRGB hexadecimal one. */
export function linear(hex: number): Colour {
  return [channel((hex >> 16) & 255), channel((hex >> 8) & 255), channel(hex & 255)];
}

function channel(byte: number): number {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

export function blend(a: Colour, b: Colour, t: number): Colour {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** Along three colours: t 0 the first, 0.5 the second, 1 the third. */
export function ramp(colours: readonly [Colour, Colour, Colour], t: number): Colour {
  const at = Math.min(1, Math.max(0, t)) * 2;
  return at < 1 ? blend(colours[0], colours[1], at) : blend(colours[1], colours[2], at - 1);
}
