import type { World } from './world.ts';

/** The whole world as text; `parseWorld` gives it back. */
export function snapshot(world: World): string {
  return JSON.stringify(world);
}

/** A world from `snapshot`. The text must be one: it comes from this program's own storage or journal. */
export function parseWorld(text: string): World {
  return JSON.parse(text) as World;
}

/**
 * 64 bits over everything that the world is, as 16 hexadecimal digits. Two worlds of one history
 * have one hash, on any engine; a single differing number gives another.
 */
export function stateHash(world: World): string {
  return hashText(snapshot(world));
}

/** 64 bits over a text, as 16 hexadecimal digits: for telling states apart, not for secrets. */
export function hashText(text: string): string {
  let high = 0x811c9dc5;
  let low = 0x2f0b4c47;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul((low ^ code) + high, 0x5bd1e995);
  }
  const digits = (word: number) => (word >>> 0).toString(16).padStart(8, '0');
  return digits(high ^ (low >>> 15)) + digits(low);
}
