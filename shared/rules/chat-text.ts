/** Most code points of a spoken line. */
export const CHAT_MAX_CODE_POINTS = 80;

/** Line and paragraph separators and every other kind of space. */
const SPACES = /[\p{Z}\s]/gu;
/** Control, format (bidirectional overrides, zero-width, tags), surrogates, private use. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;
/** Third and further combining marks on one base: stacks of them reach into other lines. */
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu;

/**
 * A chat line as it is shown: composed (NFC), without invisible characters, at most two marks on a
 * base, single spaces, 80 code points at most. Empty where nothing is left. Cleaning twice changes
 * nothing.
 */
export function cleanChat(text: string): string {
  // Invisible characters go first: they keep marks from their base, and spaces from each other.
  const visible = text.replace(SPACES, ' ').replace(INVISIBLE, '').replace(/ +/g, ' ');
  const line = visible.normalize('NFC').replace(STACKED_MARKS, '$1').trim();
  return [...line].slice(0, CHAT_MAX_CODE_POINTS).join('').trim();
}
