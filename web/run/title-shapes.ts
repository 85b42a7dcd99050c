/** Shapes of the title picture, built of facets. Light comes from the upper right. */

type Point = readonly [x: number, y: number];
type Colour = readonly [red: number, green: number, blue: number];

/** Shades between dark and light that a shape uses: few, so that facets of one shade share a path. */
const SHADES = 7;

/** A sequence of numbers in 0 to 1 that a seed decides (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Collects facets by shade and writes one path for each. */
function facets(dark: string, light: string) {
  const paths = Array.from({ length: SHADES }, () => '');
  return {
    /** @param lit 0 dark to 1 light */
    add(lit: number, ...points: readonly Point[]): void {
      const shade = Math.min(Math.max(Math.round(lit * (SHADES - 1)), 0), SHADES - 1);
      paths[shade] += `M${points.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`).join(' ')}Z`;
    },
    svg(): string {
      return paths
        .map((path, shade) => {
          if (path === '') return '';
          const colour = mix(dark, light, shade / (SHADES - 1));
          // The thin stroke closes the hairlines that anti-aliasing leaves between neighbours.
          return `<path fill="${colour}" stroke="${colour}" stroke-width=".8" stroke-linejoin="round" d="${path}"/>`;
        })
        .join('');
    },
  };
}

function mix(from: string, to: string, share: number): string {
  const parse = (hex: string): Colour =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number]; // Three offsets give three numbers.
  const a = parse(from);
  const b = parse(to);
  return `#${a
    .map((value, i) =>
      Math.round(value + ((b[i] ?? value) - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** A peak that stands on `[left, base]`, its right side in the sun. */
export function mountain(
  seed: number,
  [left, base]: Point,
  width: number,
  height: number,
  dark: string,
  light: string,
): string {
  const random = sequence(seed);
  const cut = facets(dark, light);
  const top: Point = [left + width * (0.45 + random() * 0.15), base - height];
  const ridge: Point = [top[0] + width * (random() * 0.12 - 0.02), base - height * 0.42];
  const foot: Point = [ridge[0] - width * 0.05, base];
  const steps = 4;
  const along = (a: Point, b: Point, t: number): Point => [
    a[0] + (b[0] - a[0]) * t + (random() - 0.5) * width * 0.06,
    a[1] + (b[1] - a[1]) * t + (random() - 0.5) * height * 0.05,
  ];
  const leftEdge = [top, ...[1, 2, 3].map((i) => along(top, [left, base], i / steps)), [left, base] as Point];
  const rightEdge = [
    top,
    ...[1, 2, 3].map((i) => along(top, [left + width, base], i / steps)),
    [left + width, base] as Point,
  ];
  const middle = [top, ridge, ridge, foot, foot];
  for (let i = 0; i < steps; i++) {
    const m0 = middle[i] ?? top;
    const m1 = middle[i + 1] ?? foot;
    cut.add(0.1 + random() * 0.3, leftEdge[i] ?? top, leftEdge[i + 1] ?? top, m1);
    cut.add(random() * 0.3, leftEdge[i] ?? top, m0, m1);
    cut.add(0.65 + random() * 0.35, rightEdge[i] ?? top, rightEdge[i + 1] ?? top, m1);
    cut.add(0.55 + random() * 0.3, rightEdge[i] ?? top, m0, m1);
  }
  return cut.svg();
}

/**
 * Ground under a crest, down to `base`, in rows of triangles.
 * @param corner closes hills that do not span the picture
 */
export function facetedHill(
  seed: number,
  crest: readonly Point[],
  base: number,
  dark: string,
  light: string,
  corner?: Point,
): string {
  const random = sequence(seed);
  const cut = facets(dark, light);
  const top = resample(crest, 46).map(([x, y]): Point => [x, y + (random() - 0.5) * 7]);
  const outline =
    corner === undefined ? [...top, [top.at(-1)?.[0] ?? 0, base], [top[0]?.[0] ?? 0, base]] : [...top, corner];
  const fill = `<path fill="${mix(dark, light, 0.45)}" d="M${outline.map(([x, y]) => `${Math.round(x ?? 0)} ${Math.round(y ?? 0)}`).join(' ')}Z"/>`;
  let row = top;
  for (let depth = 0; depth < 5; depth++) {
    const drop = 16 + depth * 14;
    const next = row.map(
      ([x, y]): Point => [x + (random() - 0.5) * 26, Math.min(y + drop * (0.7 + random() * 0.6), base)],
    );
    for (let i = 0; i + 1 < row.length; i++) {
      const [a, b, c, d] = [row[i], row[i + 1], next[i], next[i + 1]];
      if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
      const tilt = Math.min(Math.max((b[1] - a[1]) / 70, -0.25), 0.25);
      const slope = 0.62 - tilt - depth * 0.09;
      cut.add(slope + (random() - 0.5) * 0.3, a, b, c);
      cut.add(slope - 0.08 + (random() - 0.5) * 0.3, b, d, c);
    }
    row = next;
  }
  return fill + cut.svg();
}

function resample(line: readonly Point[], step: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [line[i], line[i + 1]];
    if (a === undefined || b === undefined) continue;
    const pieces = Math.max(1, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / step));
    // Smoothstep across, so that crests roll instead of breaking.
    for (let p = 0; p < pieces; p++) {
      const t = p / pieces;
      points.push([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t * t * (3 - 2 * t)]);
    }
  }
  const last = line.at(-1);
  return last === undefined ? points : [...points, last];
}

/** A tree of faceted balls on a trunk, 130 high, standing on the origin. */
export function roundTree(seed: number, dark: string, light: string, trunk: string): string {
  const random = sequence(seed);
  const cut = facets(dark, light);
  const balls: readonly (readonly [x: number, y: number, r: number])[] = [
    [-30, -66, 27],
    [30, -62, 27],
    [-16, -96, 30],
    [20, -98, 29],
    [0, -72, 34],
    [4, -118, 22],
  ];
  for (const [cx, cy, r] of balls) {
    const sides = 9;
    const rim = Array.from({ length: sides }, (_, i): Point => {
      const angle = ((i + random() * 0.4) / sides) * Math.PI * 2;
      return [cx + Math.cos(angle) * r * (0.92 + random() * 0.16), cy + Math.sin(angle) * r * (0.86 + random() * 0.14)];
    });
    const eye: Point = [cx + r * 0.22, cy - r * 0.26];
    rim.forEach((a, i) => {
      const b = rim[(i + 1) % sides] ?? a;
      const middle: Point = [(a[0] + b[0]) / 2 - cx, (a[1] + b[1]) / 2 - cy];
      const facing = (middle[0] * 0.6 - middle[1] * 0.8) / r;
      cut.add(0.42 + facing * 0.45 + (random() - 0.5) * 0.14 + (-cy - 80) / 260, a, b, eye);
    });
  }
  return `<path fill="${trunk}" d="M-8 0-5-50H6L9 0Z"/>${cut.svg()}`;
}

/** A fir of five tiers, 150 high, standing on the origin. */
export function pine(seed: number, dark: string, light: string): string {
  const random = sequence(seed);
  const cut = facets(dark, light);
  for (let tier = 0; tier < 5; tier++) {
    const y = -14 - tier * 26;
    const half = 40 - tier * 6.5;
    const apex: Point = [0, y - 44];
    const low = (x: number): Point => [x, y + (random() - 0.5) * 6];
    const [a, b, c, d, e] = [low(-half), low(-half * 0.45), low(half * 0.1), low(half * 0.55), low(half)];
    cut.add(0.05 + tier * 0.05, a, b, apex);
    cut.add(0.22 + tier * 0.05, b, c, apex);
    cut.add(0.55 + tier * 0.08, c, d, apex);
    cut.add(0.75 + tier * 0.06, d, e, apex);
  }
  return `<path fill="#3d2717" d="M-5 0V-16H5V0Z"/>${cut.svg()}`;
}

/** A cottage with a thatched roof and lit windows, 150 wide, standing on the origin. */
export function cottage(thatchDark: string, thatchLight: string): string {
  const beam = '#5a3a20';
  return (
    '<path fill="#b9a27c" d="M-62-6V-50H20V-6Z"/><path fill="#e6d2a8" d="M20-6V-50L44-84 68-50V-6Z"/><path fill="#7d7468" d="M-64 0V-10H70V0Z"/>' +
    `<path fill="none" stroke="${beam}" stroke-width="4" d="M20-8V-50H68V-8M-60-8V-50H20M44-50V-82M20-28H68"/>` +
    '<path fill="#5a3a20" d="M36-6V-34H52V-6Z"/><path fill="#ffd271" d="M-46-40h14v16h-14ZM-16-40h14v16h-14ZM38-66h12v12H38Z"/>' +
    '<path fill="#8d8377" d="M-44-74V-104H-30V-74Z"/>' +
    `<path fill="${thatchDark}" d="M-74-44-46-94H44L18-44Z"/><path fill="${thatchLight}" d="M44-96 14-42 22-38 44-82 66-38 76-44Z"/>` +
    `<path fill="${mix(thatchDark, thatchLight, 0.4)}" d="M-46-94H44L38-84H-52ZM-62-64H30L26-58H-66Z"/>`
  );
}

export const shapes = {
  /** Tufts of grass at these places. */
  grass(places: readonly Point[]): string {
    const d = places.map(([x, y]) => `M${x} ${y}l-14-30 8 24-2-38 10 32 8-30 0 28 14-22-10 36Z`).join('');
    return `<path fill="#2a4a22" d="${d}"/>`;
  },
};
