import type { WornSlot } from '../../shared/content/looks.ts';

/** How something worn is drawn. */
export interface WornPiece {
  readonly slot: WornSlot;
  /** Mesh in `models/people.glb`. */
  readonly mesh: string;
  /** sRGB colours of `itemA`, `itemB`, `itemC`. */
  readonly colours: readonly [string, string, string];
  /** Covers the hair. */
  readonly hidesHair?: boolean;
}

const WOOD = '#7a5230';
const GRIP = '#4a3020';

/** Colours of the metals, bright and dark. */
const METALS: Readonly<Record<string, readonly [string, string]>> = {
  bronze: ['#b9793a', '#7f4c22'],
  iron: ['#8d9299', '#585c64'],
  steel: ['#c3ccd6', '#7c8692'],
  cobalt: ['#4f7fd0', '#2a4a8c'],
  emberite: ['#d8573a', '#7c2418'],
};

/** Pieces that every metal has, by the end of their id. */
const FORGED: Readonly<Record<string, Omit<WornPiece, 'colours'>>> = {
  sword: { slot: 'weapon', mesh: 'sword' },
  hatchet: { slot: 'weapon', mesh: 'axe' },
  pickaxe: { slot: 'weapon', mesh: 'pickaxe' },
  helm: { slot: 'head', mesh: 'helm', hidesHair: true },
  shield: { slot: 'shield', mesh: 'shield' },
  plate: { slot: 'body', mesh: 'plate' },
};

const OTHERS: Readonly<Record<string, WornPiece>> = {
  bait_rod: { slot: 'weapon', mesh: 'rod', colours: [WOOD, '#d8d2c0', '#b8402c'] },
  lure_rod: { slot: 'weapon', mesh: 'rod', colours: ['#5a3a22', '#d8d2c0', '#2f6fb0'] },
  hammer: { slot: 'weapon', mesh: 'hammer', colours: ['#6a6e76', WOOD, GRIP] },
  digging_stick: { slot: 'weapon', mesh: 'stick', colours: [WOOD, GRIP, '#8d9299'] },
  ladle: { slot: 'weapon', mesh: 'ladle', colours: ['#8a8e96', WOOD, GRIP] },
  red_cape: { slot: 'cape', mesh: 'cape', colours: ['#a81e24', '#6c1218', '#d8aa4a'] },
  warden_cloak: { slot: 'cape', mesh: 'cape', colours: ['#2e5a48', '#1c3a2e', '#d8aa4a'] },
  magistrate_cape: { slot: 'cape', mesh: 'cape', colours: ['#3c2452', '#241432', '#e0d6c0'] },
  hunter_cloak: { slot: 'cape', mesh: 'cape', colours: ['#5a4a2c', '#3c301c', '#7a6a44'] },
  hunter_hood: { slot: 'head', mesh: 'hood', colours: ['#4c5a30', '#333e20', '#7a6a44'], hidesHair: true },
  straw_hat: { slot: 'head', mesh: 'hat', colours: ['#dcb964', '#b08c40', '#a8443c'] },
  leather_apron: { slot: 'body', mesh: 'apron', colours: ['#6e4a2c', '#4a3020', '#b08c40'] },
  linen_apron: { slot: 'body', mesh: 'apron', colours: ['#e4dac2', '#b8ac90', '#c8bca0'] },
  plain_skirt: { slot: 'legs', mesh: 'skirt', colours: ['#7a3f44', '#5a2c30', '#c8a060'] },
  robe_skirt: { slot: 'legs', mesh: 'skirt', colours: ['#3c2452', '#241432', '#d8aa4a'] },
};

/** What a content id looks like when worn; undefined for what nobody can see. */
export function wornPiece(id: string): WornPiece | undefined {
  if (Object.hasOwn(OTHERS, id)) return OTHERS[id];
  const [metal = '', kind = ''] = id.split('_');
  const forged = Object.hasOwn(FORGED, kind) ? FORGED[kind] : undefined;
  const colours = Object.hasOwn(METALS, metal) ? METALS[metal] : undefined;
  return forged === undefined || colours === undefined
    ? undefined
    : { ...forged, colours: [colours[0], WOOD, colours[1]] };
}

/** Where each mesh is worn. */
export const WORN_MESHES: Readonly<Record<string, WornSlot | undefined>> = Object.fromEntries(
  [...Object.values(FORGED), ...Object.values(OTHERS)].map(({ mesh, slot }) => [mesh, slot]),
);

/** Tools that appear in the hand while their work is done, whatever is worn. */
export const CLIP_TOOLS: Readonly<Record<string, WornPiece | undefined>> = {
  chop: wornPiece('bronze_hatchet'),
  mine: wornPiece('bronze_pickaxe'),
  fish: wornPiece('bait_rod'),
  cook: wornPiece('ladle'),
};
