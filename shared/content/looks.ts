/**
 * What a person can look like: bodies, hair and colours to choose from, and the looks of those who
 * live here. Plain rows: the panels read names and colours, the scene reads which pieces to draw.
 */
import type { Look } from '../protocol/entity.ts';
import type { PersonId } from './people.ts';

/** Builds of body, by `Look.body`. */
export const BODIES = ['Broad', 'Slight'] as const;

export type HairPiece = 'short' | 'long' | 'tied' | 'curly' | 'bob' | 'braid' | 'swept';

export interface HairStyle {
  readonly name: string;
  /** The piece that is drawn; undefined for a bald head. */
  readonly hair: HairPiece | undefined;
  readonly beard: boolean;
}

/** Hair styles, by `Look.hair`. New ones go to the end: saves hold the index. */
export const HAIR_STYLES: readonly HairStyle[] = [
  { name: 'Short', hair: 'short', beard: false },
  { name: 'Long', hair: 'long', beard: false },
  { name: 'Tied back', hair: 'tied', beard: false },
  { name: 'Curly', hair: 'curly', beard: false },
  { name: 'Bald', hair: undefined, beard: false },
  { name: 'Bob', hair: 'bob', beard: false },
  { name: 'Braid', hair: 'braid', beard: false },
  { name: 'Swept', hair: 'swept', beard: false },
  { name: 'Short, bearded', hair: 'short', beard: true },
  { name: 'Swept, bearded', hair: 'swept', beard: true },
  { name: 'Long, bearded', hair: 'long', beard: true },
  { name: 'Bald, bearded', hair: undefined, beard: true },
];

/** What the five colours of a look colour, in the order of `Look.colours`. */
export const COLOUR_PARTS = ['skin', 'hair', 'shirt', 'trousers', 'boots'] as const;

export interface Shade {
  readonly name: string;
  /** sRGB as `#rrggbb`. */
  readonly css: string;
}

const SKINS: readonly Shade[] = [
  { name: 'Fair', css: '#f2c8a2' },
  { name: 'Rosy', css: '#eab08c' },
  { name: 'Tan', css: '#d59a6a' },
  { name: 'Olive', css: '#b98252' },
  { name: 'Brown', css: '#8f5a38' },
  { name: 'Dark', css: '#63402a' },
  { name: 'Deep', css: '#452c20' },
];

const HAIRS: readonly Shade[] = [
  { name: 'Chestnut', css: '#7a3f1e' },
  { name: 'Black', css: '#2a2224' },
  { name: 'Brown', css: '#54351f' },
  { name: 'Copper', css: '#b8582a' },
  { name: 'Straw', css: '#d9a94e' },
  { name: 'Flaxen', css: '#ecd28e' },
  { name: 'Grey', css: '#9c9690' },
  { name: 'White', css: '#dcd7cc' },
];

const SHIRTS: readonly Shade[] = [
  { name: 'Blue', css: '#2f62a8' },
  { name: 'Red', css: '#b23a30' },
  { name: 'Green', css: '#3d7f3f' },
  { name: 'Plum', css: '#743f86' },
  { name: 'Ochre', css: '#c88d2c' },
  { name: 'Cream', css: '#dccba4' },
  { name: 'Teal', css: '#2c8580' },
  { name: 'Slate', css: '#505a6a' },
  { name: 'Russet', css: '#8e4a26' },
  { name: 'Rose', css: '#c2607a' },
];

const TROUSERS: readonly Shade[] = [
  { name: 'Umber', css: '#5a4030' },
  { name: 'Charcoal', css: '#3c3a40' },
  { name: 'Navy', css: '#2d3c5e' },
  { name: 'Moss', css: '#4c5a30' },
  { name: 'Sand', css: '#a88c5c' },
  { name: 'Grey', css: '#747070' },
  { name: 'Wine', css: '#642c34' },
  { name: 'Linen', css: '#c4b28c' },
];

const BOOTS: readonly Shade[] = [
  { name: 'Brown', css: '#5c3a22' },
  { name: 'Black', css: '#2e2826' },
  { name: 'Tan', css: '#94683a' },
  { name: 'Oxblood', css: '#5e2a22' },
  { name: 'Grey', css: '#62605c' },
];

/** Colours to choose from for each of `COLOUR_PARTS`. New ones go to the end: saves hold the index. */
export const PALETTES: readonly (readonly Shade[])[] = [SKINS, HAIRS, SHIRTS, TROUSERS, BOOTS];

/** Where something is worn: the keys of `Look.worn`. */
export const WORN_SLOTS = ['weapon', 'shield', 'head', 'cape', 'body', 'legs'] as const;
export type WornSlot = (typeof WORN_SLOTS)[number];

type Colours = Look['colours'];
const look = (body: number, hair: number, colours: Colours, worn: Look['worn'] = {}): Look => ({
  body,
  hair,
  colours,
  worn,
});

/** The looks of those who have a name; the numbers are rows of the tables above. */
const PEOPLE_LOOKS: Readonly<Record<PersonId | 'guard', Look>> = {
  issa: look(1, 6, [2, 3, 2, 0, 0], { cape: 'warden_cloak', legs: 'plain_skirt' }),
  clerk: look(0, 7, [0, 2, 7, 1, 1]),
  nessa: look(1, 2, [3, 1, 4, 6, 2], { legs: 'plain_skirt', body: 'linen_apron' }),
  dob: look(0, 11, [1, 2, 5, 1, 1], { body: 'leather_apron', weapon: 'hammer' }),
  ruk: look(0, 8, [4, 1, 8, 3, 0], { body: 'leather_apron' }),
  tansy: look(1, 5, [1, 4, 9, 7, 2], { legs: 'plain_skirt', head: 'straw_hat', body: 'linen_apron' }),
  pell: look(0, 9, [0, 6, 3, 1, 3], { cape: 'magistrate_cape', legs: 'robe_skirt' }),
  corwin: look(0, 1, [2, 0, 2, 3, 0], { head: 'hunter_hood', cape: 'hunter_cloak' }),
  guard: look(0, 0, [1, 2, 1, 1, 1], {
    head: 'iron_helm',
    shield: 'iron_shield',
    weapon: 'iron_sword',
    body: 'iron_plate',
  }),
};

/**
 * How a person of the world looks: the hand-made look of those who have one, else one that their
 * id decides, always the same.
 */
export function personLook(kind: string): Look {
  if (Object.hasOwn(PEOPLE_LOOKS, kind)) return PEOPLE_LOOKS[kind as keyof typeof PEOPLE_LOOKS]; // just looked up
  let hash = 2166136261;
  for (const letter of kind) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  const pick = (count: number): number => {
    hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
    return (hash >>> 0) % count;
  };
  const row = (part: number): number => pick(PALETTES[part]?.length ?? 1);
  const body = pick(BODIES.length);
  // Beards stand at the end of the table; a slight body draws from those before.
  const hair = pick(body === 0 ? HAIR_STYLES.length : HAIR_STYLES.findIndex((style) => style.beard));
  return look(body, hair, [row(0), row(1), row(2), row(3), row(4)]);
}
