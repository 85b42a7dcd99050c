/** Longest name, in characters. */
export const MAX_NAME_LENGTH = 12;

/** Letters that no accent makes of a plain one, and what they are mistaken for. */
const PLAIN_FORMS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'p',
  ħ: 'h',
  ı: 'i',
};

/** Characters that are read as another at the size of a nameplate. */
const LOOKALIKES: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', i: 'l', '5': 's' };
/** Pairs of letters that are read as one. */
const LOOKALIKE_PAIRS: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
];

/** Names that would pass for the house. */
const RESERVED_NAMES = [
  'Admin',
  'Administrator',
  'Developer',
  'Game Master',
  'GM',
  'Larkmark',
  'Mod',
  'Moderator',
  'Null',
  'Official',
  'Owner',
  'Server',
  'Staff',
  'Support',
  'System',
  'Undefined',
];
/** First words that would make any name pass for the house: `Mod Bob`. */
const RESERVED_FIRST_WORDS = ['Admin', 'GM', 'Mod', 'Staff'];

/** A name as it is shown, and the key under which nobody else may have one that looks like it. */
export interface CharacterName {
  readonly name: string;
  readonly key: string;
}

export type NameVerdict =
  | { readonly ok: true; readonly name: CharacterName }
  | { readonly ok: false; readonly why: string };

/** Judges a name that somebody chose; `why` is a sentence for them. */
export function judgeName(chosen: string): NameVerdict {
  const name = chosen.normalize('NFC');
  const characters = [...name];
  if (characters.length === 0 || characters.length > MAX_NAME_LENGTH) {
    return refusal(`A name has 1 to ${MAX_NAME_LENGTH} characters.`);
  }
  if (!characters.every((character) => isLetter(character) || /^[0-9 -]$/.test(character))) {
    return refusal('A name has Latin letters, digits, spaces and hyphens.');
  }
  if (name !== name.trim() || name.includes('  ')) {
    return refusal('A name neither begins nor ends with a space, nor has two in a row.');
  }
  if (!characters.some(isLetter)) return refusal('A name has at least one letter.');
  if (isReserved(name)) return refusal('That name is reserved.');
  return { ok: true, name: { name, key: skeleton(name) } };
}

/**
 * What a name looks like: case, accents, spaces and hyphens gone, lookalikes made equal. Two names
 * with one skeleton are one name.
 */
export function skeleton(name: string): string {
  const plain = [...name.normalize('NFC').toLowerCase()].map(plainForm).join('').replace(/[ -]/g, '');
  const paired = LOOKALIKE_PAIRS.reduce((text, [pair, single]) => text.replaceAll(pair, single), plain);
  return [...paired].map((character) => LOOKALIKES[character] ?? character).join('');
}

function refusal(why: string): NameVerdict {
  return { ok: false, why };
}

function isReserved(name: string): boolean {
  const key = skeleton(name);
  const [first = ''] = name.split(/[ -]/);
  if (RESERVED_NAMES.some((reserved) => skeleton(reserved) === key)) return true;
  return first !== name && RESERVED_FIRST_WORDS.some((reserved) => skeleton(reserved) === skeleton(first));
}

/** Whether a reader of Latin script knows it: a plain letter, one with accents, or one of a few more. */
function isLetter(character: string): boolean {
  return /^[a-z]+$/.test(plainForm(character.toLowerCase()));
}

function plainForm(character: string): string {
  return PLAIN_FORMS[character] ?? character.normalize('NFD').replace(/\p{Mark}/gu, '');
}
