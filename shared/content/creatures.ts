/** What everybody can see of a kind of creature. */
export interface CreatureRow {
  readonly name: string;
  readonly examine: string;
  readonly level: number;
  readonly hitpoints: number;
  /** Tiles around its spawn that it roams. */
  readonly wanderTiles: number;
}

export const CREATURES = {
  moorhen: { name: 'Moorhen', examine: 'Red of bill, short of temper.', level: 1, hitpoints: 3, wanderTiles: 5 },
  barn_rat: {
    name: 'Barn rat',
    examine: 'It has eaten better than most this winter.',
    level: 2,
    hitpoints: 5,
    wanderTiles: 5,
  },
  burrowkin: {
    name: 'Burrowkin',
    examine: 'Half the size of a neighbour, twice as curious.',
    level: 5,
    hitpoints: 8,
    wanderTiles: 5,
  },
  boar: {
    name: 'Bramble boar',
    examine: 'There is a bramble in it, and it knows.',
    level: 7,
    hitpoints: 12,
    wanderTiles: 5,
  },
} as const satisfies Record<string, CreatureRow>;

export type CreatureId = keyof typeof CREATURES;
