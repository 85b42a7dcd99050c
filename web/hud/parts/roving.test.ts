import { describe, expect, test } from 'vitest';
import { rovingIndex } from './roving.ts';

describe('rovingIndex', () => {
  test('a row wraps and ignores the vertical arrows', () => {
    expect(rovingIndex('ArrowRight', 3, 4, 'row')).toBe(0);
    expect(rovingIndex('ArrowLeft', 0, 4, 'row')).toBe(3);
    expect(rovingIndex('ArrowDown', 0, 4, 'row')).toBeUndefined();
  });

  test('a column wraps and ignores the horizontal arrows', () => {
    expect(rovingIndex('ArrowDown', 3, 4, 'column')).toBe(0);
    expect(rovingIndex('ArrowLeft', 1, 4, 'column')).toBeUndefined();
  });

  test('a grid moves by rows and stops at its edges', () => {
    expect(rovingIndex('ArrowDown', 1, 8, 'grid', 4)).toBe(5);
    expect(rovingIndex('ArrowDown', 5, 8, 'grid', 4)).toBe(5);
    expect(rovingIndex('ArrowUp', 1, 8, 'grid', 4)).toBe(1);
    expect(rovingIndex('ArrowRight', 3, 8, 'grid', 4)).toBe(4);
  });

  test('Home and End reach the ends; an empty group has none', () => {
    expect(rovingIndex('End', 0, 4, 'row')).toBe(3);
    expect(rovingIndex('Home', 2, 4, 'grid', 2)).toBe(0);
    expect(rovingIndex('Home', 0, 0, 'row')).toBeUndefined();
  });
});
