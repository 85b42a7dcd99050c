import { Color } from 'three';
import type { PaletteSlot } from './figure-format.ts';

/** How a kind of creature is drawn. */
export interface CreatureFigure {
  /** Skeleton, as the build names it; empty for that of people. */
  readonly figure: string;
  readonly mesh: string;
  readonly scale: number;
  readonly clipPrefix?: string;
  readonly colours: Partial<Record<PaletteSlot, Color>>;
  /** Content ids of what it carries. */
  readonly worn?: readonly string[];
}

const colours = (row: Partial<Record<PaletteSlot, string>>): Partial<Record<PaletteSlot, Color>> =>
  Object.fromEntries(Object.entries(row).map(([slot, css]) => [slot, new Color(css)]));

const ROWS: Readonly<Record<string, CreatureFigure>> = {
  moorhen: {
    figure: 'bird',
    mesh: 'moorhen',
    scale: 1.1,
    colours: colours({
      skin: '#b8402c',
      lip: '#e8c440',
      hair: '#23282e',
      shirt: '#343c46',
      trim: '#e8e6de',
      trousers: '#9aa04a',
      dark: '#15130f',
      white: '#f4efe6',
      iris: '#a82a1c',
    }),
  },
  barn_rat: {
    figure: 'beast',
    mesh: 'rat',
    scale: 0.5,
    colours: colours({
      skin: '#d49a8c',
      lip: '#b86a60',
      hair: '#6a5442',
      shirt: '#7c644e',
      trim: '#b09a80',
      dark: '#15110f',
      white: '#f4efe6',
      iris: '#2a1a14',
    }),
  },
  boar: {
    figure: 'beast',
    mesh: 'boar',
    scale: 0.95,
    colours: colours({
      skin: '#a8786a',
      lip: '#7c4c44',
      hair: '#382a22',
      shirt: '#5e4634',
      trim: '#7c6048',
      boots: '#2c2420',
      dark: '#14100e',
      white: '#ece2c8',
      iris: '#6e2c18',
    }),
  },
  burrowkin: {
    figure: '',
    mesh: 'burrowkin',
    scale: 0.7,
    clipPrefix: 'burrow-',
    colours: colours({
      skin: '#7f9a52',
      lip: '#54703a',
      hair: '#4c4030',
      brow: '#46582e',
      shirt: '#8a6438',
      trim: '#5c4226',
      trousers: '#5c4a32',
      boots: '#6c8646',
      leather: '#46321e',
      metal: '#9a9488',
      dark: '#17140e',
      white: '#ece6c8',
      iris: '#e0a020',
    }),
    worn: ['digging_stick'],
  },
};

/** The figure of a kind of creature; undefined for kinds that have none yet. */
export function creatureRow(kind: string): CreatureFigure | undefined {
  return Object.hasOwn(ROWS, kind) ? ROWS[kind] : undefined;
}
