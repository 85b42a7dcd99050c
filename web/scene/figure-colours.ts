import { Color } from 'three';
import { HAIR_STYLES, PALETTES, WORN_SLOTS } from '../../shared/content/looks.ts';
import type { Look } from '../../shared/protocol/entity.ts';
import { FIRST_WORN_COLUMN, ITEM_COLOURS, PALETTE_COLUMNS, PALETTE_SLOTS, type PaletteSlot } from './figure-format.ts';
import type { WornPiece } from './worn-pieces.ts';

type SlotColours = Partial<Record<PaletteSlot, Color | undefined>>;

const WHITE = new Color('#f4efe6');
const DARK = new Color('#231b1d');
const CREAM = new Color('#ecdcb2');
const BRASS = new Color('#cfa54a');
const HIDE = new Color('#4a2f1c');
const BLOOD = new Color('#9c2f28');
/** Colours of eyes, drawn by hair and skin. */
const IRISES = ['#4a3020', '#2f5f8c', '#3d6b3a', '#5a4428', '#3c4a58'].map((css) => new Color(css));
/** Brightness from which a shirt takes a dark trim. */
const BRIGHT = 0.42;

/** Colours of a person's slots by their look. Bald heads have hair of the skin's colour. */
export function personColours(look: Look): SlotColours {
  const [skin, hair, shirt, trousers, boots] = look.colours.map((row, part) => paletteColour(part, row));
  const style = HAIR_STYLES[look.hair];
  const bald = style?.hair === undefined && style?.beard !== true;
  return {
    skin,
    lip: mixed(skin, BLOOD, 0.42),
    hair: style?.hair === undefined && bald ? mixed(skin, DARK, 0.06) : hair,
    brow: mixed(hair, DARK, 0.55),
    shirt,
    trim: trimOf(shirt),
    trousers,
    boots,
    leather: mixed(boots, HIDE, 0.55),
    metal: BRASS,
    white: WHITE,
    dark: DARK,
    iris: IRISES[((look.colours[0] ?? 0) * 2 + (look.colours[1] ?? 0) * 3 + look.body) % IRISES.length] ?? DARK,
  };
}

/** Writes a palette row as sRGB bytes: the slots, then the colours of what is worn. */
export function writePaletteRow(
  bytes: Uint8Array,
  row: number,
  colours: SlotColours,
  worn: readonly WornPiece[],
): void {
  const write = (column: number, colour: Color | undefined) => {
    const at = (row * PALETTE_COLUMNS + column) * 4;
    const hex = (colour ?? WHITE).getHex();
    bytes.set([hex >> 16, (hex >> 8) & 255, hex & 255, 255], at);
  };
  PALETTE_SLOTS.forEach((slot, column) => {
    write(column, colours[slot]);
  });
  for (const piece of worn) {
    const first = FIRST_WORN_COLUMN + WORN_SLOTS.indexOf(piece.slot) * ITEM_COLOURS;
    piece.colours.forEach((css, at) => {
      write(first + at, new Color(css));
    });
  }
}

function paletteColour(part: number, row: number): Color {
  const shades = PALETTES[part] ?? [];
  return new Color((shades[row] ?? shades[0])?.css ?? '#808080');
}

function mixed(a: Color | undefined, b: Color, share: number): Color {
  return (a ?? b).clone().lerp(b, share);
}

function trimOf(shirt: Color | undefined): Color {
  const { r, g, b } = shirt ?? WHITE;
  const brightness = 0.3 * r + 0.59 * g + 0.11 * b;
  return brightness > BRIGHT ? mixed(shirt, HIDE, 0.6) : mixed(shirt, CREAM, 0.62);
}
