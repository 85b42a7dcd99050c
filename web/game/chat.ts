import { type ChatLine, hud } from '../hud/state.ts';

/** Lines that the chat panel keeps. */
const CHAT_LINES_MOST = 200;
let nextId = 1;

/** Adds a line to the chat panel; the oldest go. */
export function addChatLine(channel: ChatLine['channel'], text: string, sender?: string): void {
  const line: ChatLine = { id: nextId++, channel, sender, text };
  hud.chat.value = [...hud.chat.value.slice(1 - CHAT_LINES_MOST), line];
}
