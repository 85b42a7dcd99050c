import { WORN_SLOTS } from '../../shared/content/looks.ts';

/**
 * What people and creatures are made of, as builders write it and the crowd reads it: slots of the
 * palette, names of meshes, facts about clips.
 */

/**
 * Columns of an actor's palette row. A vertex carries the index of its slot; which colour that is,
 * each actor says. `itemA` to `itemC` stand for the colours of the piece that is worn.
 */
export const PALETTE_SLOTS = [
  'skin',
  'lip',
  'hair',
  'brow',
  'shirt',
  'trim',
  'trousers',
  'boots',
  'leather',
  'metal',
  'white',
  'dark',
  'iris',
  'itemA',
  'itemB',
  'itemC',
] as const;
export type PaletteSlot = (typeof PALETTE_SLOTS)[number];

/** Where the three colours of the first worn slot begin in a row; three for each further slot follow. */
export const FIRST_WORN_COLUMN = PALETTE_SLOTS.length;
/** Colours of a worn piece. */
export const ITEM_COLOURS = 3;
/** Columns of a palette row. */
export const PALETTE_COLUMNS = FIRST_WORN_COLUMN + WORN_SLOTS.length * ITEM_COLOURS;

/** Frames a second of baked animation; clips are drawn between frames, so fewer look no worse than smooth. */
export const FRAMES_PER_SECOND = 20;

/** How detailed a figure is drawn: beside the camera, farther off, on the slowest machines. */
export const FIGURE_LEVELS = ['near', 'far', 'plain'] as const;
export type FigureLevel = (typeof FIGURE_LEVELS)[number];

/** Facts about a clip, kept as extras of the animation in the GLB. */
export interface ClipFacts {
  readonly loop: boolean;
  /** Tiles that one cycle covers on the ground; 0 for clips that stay in place. */
  readonly strideTiles: number;
  /** Share of the clip at which a blow lands; 0 where none does. */
  readonly hit: number;
}
