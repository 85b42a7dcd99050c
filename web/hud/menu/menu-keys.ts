import { rovingIndex } from '../parts/roving.ts';

/** What a key does to an open menu of `count` options of which `index` has focus. */
export type MenuKey =
  | { readonly kind: 'focus'; readonly index: number }
  | { readonly kind: 'choose'; readonly index: number }
  | { readonly kind: 'close' }
  | { readonly kind: 'none' };

/** Arrows, Home and End move; Enter and Space choose; 1 to 9 choose at once; Escape and Tab close. */
export function menuKey(key: string, index: number, count: number): MenuKey {
  if (key === 'Escape' || key === 'Tab') return { kind: 'close' };
  if (key === 'Enter' || key === ' ') return index >= 0 && index < count ? { kind: 'choose', index } : { kind: 'none' };
  if (/^[1-9]$/.test(key)) {
    const chosen = Number(key) - 1;
    return chosen < count ? { kind: 'choose', index: chosen } : { kind: 'none' };
  }
  const next = rovingIndex(key, index, count, 'column');
  return next === undefined ? { kind: 'none' } : { kind: 'focus', index: next };
}
