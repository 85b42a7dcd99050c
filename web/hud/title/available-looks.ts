import type { LookChoices } from './look-choices.ts';

const shades = (...rows: readonly (readonly [name: string, css: string])[]) => rows.map(([name, css]) => ({ name, css }));

const CLOTH = shades(
  ['Red', '#a5352b'],
  ['Blue', '#2f5f9e'],
  ['Green', '#3f7a3a'],
  ['Plum', '#6d3f7d'],
  ['Ochre', '#c08a2d'],
  ['Cream', '#d9cba8'],
  ['Teal', '#2f7d7a'],
  ['Slate', '#4c5460'],
);

/** The looks that the models have. */
export const LOOKS: LookChoices = {
  bodies: ['Broad', 'Slight'],
  hairs: ['Short', 'Long', 'Tied back', 'Curly', 'Bald'],
  palettes: [
    shades(['Fair', '#f0c9a4'], ['Tan', '#d9a577'], ['Olive', '#b98556'], ['Brown', '#8a5a38'], ['Dark', '#5a3825']),
    shades(['Black', '#241c1a'], ['Brown', '#5b3a22'], ['Chestnut', '#8a4b25'], ['Copper', '#b5622c'], ['Blond', '#d8b35f'], ['Grey', '#9a958c']),
    CLOTH,
    CLOTH,
    shades(['Brown', '#5a3c25'], ['Black', '#2b2624'], ['Tan', '#8f6b42'], ['Grey', '#5e5c58']),
  ],
};
