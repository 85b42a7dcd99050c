/** Gestures that everybody knows, with their length in ticks; moving ends them early. */
export const EMOTES = {
  wave: { name: 'Wave', ticks: 4 },
  bow: { name: 'Bow', ticks: 4 },
  nod: { name: 'Nod', ticks: 3 },
  shake: { name: 'Shake head', ticks: 3 },
  cheer: { name: 'Cheer', ticks: 5 },
  clap: { name: 'Clap', ticks: 5 },
  laugh: { name: 'Laugh', ticks: 5 },
  think: { name: 'Think', ticks: 6 },
  cry: { name: 'Cry', ticks: 6 },
  beckon: { name: 'Beckon', ticks: 4 },
  dance: { name: 'Dance', ticks: 10 },
  shrug: { name: 'Shrug', ticks: 3 },
} as const;

export type EmoteId = keyof typeof EMOTES;
