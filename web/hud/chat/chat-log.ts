import { cleanChat } from '../../../shared/rules/chat-text.ts';
import type { ChatLine } from '../state.ts';

/** Lines that the panel keeps; older ones go. */
export const CHAT_LINES_KEPT = 200;
/** Longest message in bytes of UTF-8: what the protocol admits. */
export const CHAT_MAX_BYTES = 240;
/** Messages of one's own that the arrow keys bring back. */
const HISTORY_KEPT = 20;

export const CHAT_TABS = ['All', 'Game', 'Public', 'Private'] as const;
export type ChatTab = (typeof CHAT_TABS)[number];

const CHANNELS: Record<ChatTab, readonly ChatLine['channel'][]> = {
  All: ['public', 'game', 'private', 'error'],
  Game: ['game', 'error'],
  Public: ['public'],
  Private: ['private'],
};

/** The log with one more line, the oldest dropped beyond `CHAT_LINES_KEPT`. The id is one more than the last. */
export function withLine(log: readonly ChatLine[], line: Omit<ChatLine, 'id'>): readonly ChatLine[] {
  const id = (log.at(-1)?.id ?? 0) + 1;
  return [...log.slice(-(CHAT_LINES_KEPT - 1)), { ...line, id }];
}

/** What a tab shows of the log. */
export function linesOf(log: readonly ChatLine[], tab: ChatTab): readonly ChatLine[] {
  return tab === 'All' ? log : log.filter((line) => CHANNELS[tab].includes(line.channel));
}

/** Lines written by people after the line `seenId`: what the badge of a closed chat counts. */
export function unreadCount(log: readonly ChatLine[], seenId: number): number {
  return log.filter((line) => line.id > seenId && (line.channel === 'public' || line.channel === 'private')).length;
}

/** A message as it may be sent: cleaned as the server cleans it, then cut at a whole character to `CHAT_MAX_BYTES`. */
export function fitMessage(text: string): string {
  const line = cleanChat(text);
  const encoder = new TextEncoder();
  let bytes = 0;
  let fitted = '';
  for (const character of line) {
    bytes += encoder.encode(character).length;
    if (bytes > CHAT_MAX_BYTES) break;
    fitted += character;
  }
  return fitted;
}

/** Messages sent before, and where the arrow keys stand among them: `index` equal to the length is the draft. */
export interface ChatHistory {
  readonly sent: readonly string[];
  readonly index: number;
  readonly draft: string;
}

export const EMPTY_HISTORY: ChatHistory = { sent: [], index: 0, draft: '' };

/** The history after sending `text`. A message equal to the last is kept once. */
export function remembered(history: ChatHistory, text: string): ChatHistory {
  const sent = history.sent.at(-1) === text ? history.sent : [...history.sent, text].slice(-HISTORY_KEPT);
  return { sent, index: sent.length, draft: '' };
}

/** One step back (-1) or forward (1) through the history; `current` is what stands in the field. */
export function recalled(history: ChatHistory, step: -1 | 1, current: string): { history: ChatHistory; text: string } {
  const draft = history.index === history.sent.length ? current : history.draft;
  const index = Math.min(Math.max(history.index + step, 0), history.sent.length);
  return { history: { ...history, index, draft }, text: history.sent[index] ?? draft };
}
