import { describe, expect, test } from 'vitest';
import { BODIES, COLOUR_PARTS, HAIR_STYLES, PALETTES, personLook, WORN_SLOTS } from './looks.ts';
import { PEOPLE } from './people.ts';

const strangers = Array.from({ length: 200 }, (_, at) => `stranger-${at}`);

describe('palettes', () => {
  test('there is one for each part, of colours with names of their own', () => {
    expect(PALETTES).toHaveLength(COLOUR_PARTS.length);
    for (const shades of PALETTES) {
      expect(new Set(shades.map(({ name }) => name)).size).toBe(shades.length);
      for (const { css } of shades) expect(css).toMatch(/^#[0-9a-f]{6}$/);
    }
  });
});

describe('looks of people', () => {
  test.each([...Object.keys(PEOPLE), 'guard', ...strangers])('%s is within the tables', (kind) => {
    const { body, hair, colours, worn } = personLook(kind);
    expect(BODIES[body]).toBeDefined();
    expect(HAIR_STYLES[hair]).toBeDefined();
    colours.forEach((row, part) => {
      expect(PALETTES[part]?.[row]).toBeDefined();
    });
    for (const slot of Object.keys(worn)) expect(WORN_SLOTS).toContain(slot);
  });

  test('a stranger looks the same every time, and not like every other', () => {
    expect(strangers.map(personLook)).toEqual(strangers.map(personLook));
    expect(new Set(strangers.map((kind) => JSON.stringify(personLook(kind)))).size).toBeGreaterThan(190);
  });

  test('those of a slight body wear no beard unless somebody chose it', () => {
    for (const look of strangers.map(personLook)) {
      if (look.body === 1) expect(HAIR_STYLES[look.hair]?.beard).toBe(false);
    }
  });
});
