/** What everybody can see of a person of the world. */
export interface PersonRow {
  readonly name: string;
  readonly examine: string;
  /** What the person says to whoever talks to them and has no business yet. */
  readonly greetings: readonly string[];
  /** Tiles around their place that they roam; 0 for those who keep to it. */
  readonly wanderTiles: number;
}

export const PEOPLE = {
  issa: {
    name: 'Warden Issa',
    examine: 'She keeps the hearth-stone, and half the village in order.',
    greetings: ['Mind the step, and be welcome in Larkmere.', 'Cold night ahead. Keep near the hearth.'],
    wanderTiles: 2,
  },
  clerk: {
    name: 'Vault clerk',
    examine: 'Counts everything, forgets nothing.',
    greetings: ['The vault is in good order. Come back when you have something to keep.'],
    wanderTiles: 0,
  },
  nessa: {
    name: 'Nessa',
    examine: 'Sells nearly everything, and knows what the rest would cost.',
    greetings: ['Fresh stock on Thursdays. It is not Thursday.', 'Look all you like.'],
    wanderTiles: 1,
  },
  dob: {
    name: 'Dob',
    examine: 'A smith by the arms, a poet by his own account.',
    greetings: [
      'Hot iron, mind your sleeves!',
      'Copper for the kettle, tin for the tongue. That one rhymed better yesterday.',
    ],
    wanderTiles: 1,
  },
  ruk: {
    name: 'Tanner Ruk',
    examine: 'You smelt the yard before you saw him.',
    greetings: ['Bring me hides and I will bring you leather.'],
    wanderTiles: 1,
  },
  tansy: {
    name: 'Goodwife Tansy',
    examine: 'She has feathers in her hair and murder in her eye.',
    greetings: ['Those moorhens! In my barley! Again!'],
    wanderTiles: 3,
  },
  pell: {
    name: 'Magistrate Pell',
    examine: 'The law of the vale, with ink on his cuffs.',
    greetings: ['Order is a matter of good ledgers.', 'If you find a page with my seal, it is mine.'],
    wanderTiles: 2,
  },
  corwin: {
    name: 'Huntsman Corwin',
    examine: 'He listens to the thicket more than to people.',
    greetings: ['Hush. Boars.', 'The big one is out there. I have seen the tracks.'],
    wanderTiles: 3,
  },
} as const satisfies Record<string, PersonRow>;

export type PersonId = keyof typeof PEOPLE;

export function isPersonId(kind: string): kind is PersonId {
  return Object.hasOwn(PEOPLE, kind);
}
