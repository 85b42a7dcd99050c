import { describe, expect, test } from 'vitest';
import { menuKey } from './menu-keys.ts';

describe('menuKey', () => {
  test('arrows move and wrap', () => {
    expect(menuKey('ArrowDown', 3, 4)).toEqual({ kind: 'focus', index: 0 });
    expect(menuKey('ArrowUp', 0, 4)).toEqual({ kind: 'focus', index: 3 });
    expect(menuKey('End', 0, 4)).toEqual({ kind: 'focus', index: 3 });
  });

  test('Enter and Space choose what has focus', () => {
    expect(menuKey('Enter', 2, 4)).toEqual({ kind: 'choose', index: 2 });
    expect(menuKey(' ', 2, 4)).toEqual({ kind: 'choose', index: 2 });
    expect(menuKey('Enter', -1, 4)).toEqual({ kind: 'none' });
  });

  test('digits choose at once, only among what there is', () => {
    expect(menuKey('2', 0, 4)).toEqual({ kind: 'choose', index: 1 });
    expect(menuKey('5', 0, 4)).toEqual({ kind: 'none' });
    expect(menuKey('0', 0, 4)).toEqual({ kind: 'none' });
  });

  test('Escape and Tab close, other keys do nothing', () => {
    expect(menuKey('Escape', 0, 4)).toEqual({ kind: 'close' });
    expect(menuKey('Tab', 0, 4)).toEqual({ kind: 'close' });
    expect(menuKey('x', 0, 4)).toEqual({ kind: 'none' });
  });
});
