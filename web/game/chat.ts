import { withLine } from '../hud/chat/chat-log.ts';
import { type ChatLine, hud } from '../hud/state.ts';

/** Adds a line to the chat panel; the oldest go. */
export function addChatLine(channel: ChatLine['channel'], text: string, sender?: string): void {
  hud.chat.value = withLine(hud.chat.value, { channel, sender, text });
}
