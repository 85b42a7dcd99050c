/** How houses are ordered and measured; drawn by `building.ts` and the files beside it. */

/**
 * A house as the village builder orders it. Its front, with the door, is at +z; its middle at the
 * origin, its floor at y 0. Width runs along x, in tiles.
 */
export interface House {
  readonly seed: number;
  readonly width: number;
  readonly depth: number;
  readonly wallHeight: number;
  readonly roofRise: number;
  readonly roof: number;
  readonly thatch: boolean;
  readonly wall: number;
  readonly timber: number;
  /** Stone up to this height; houses of stone give their wall's height. */
  readonly stone: number;
  readonly shutters: number;
  /** Somebody can walk in: thin walls, a floor, an open doorway. */
  readonly open: boolean;
  /** The doorway's middle along x, and its width. */
  readonly doorX: number;
  readonly doorWidth: number;
  /** Middles of the windows along the front, the sides and the back. */
  readonly windows: {
    readonly front: readonly number[];
    readonly side: readonly number[];
    readonly back: readonly number[];
  };
  readonly chimney: number | undefined;
}

export const STONE = 0x948d82;
export const STONE_LIGHT = 0xaaa397;
/** Thickness of walls that one can walk between, in tiles. */
export const WALL_THICK = 0.26;
export const DOOR_HEIGHT = 1.95;
/** How far below the top of the walls all that stands out of them ends: the roof slopes down over it. */
export const UNDER_EAVES = 0.3;
