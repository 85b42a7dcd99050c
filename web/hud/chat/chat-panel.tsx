import { useComputed, useSignal } from '@preact/signals';
import chatIcon from 'lucide-static/icons/message-circle.svg?raw';
import sendIcon from 'lucide-static/icons/send.svg?raw';
import closeIcon from 'lucide-static/icons/x.svg?raw';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { CHAT_MAX_CODE_POINTS } from '../../../shared/rules/chat-text.ts';
import { useHud } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { moveFocus } from '../parts/roving.ts';
import { SCROLLS } from '../parts/scrolls.ts';
import { type ChatLine, hud } from '../state.ts';
import { toggleChat, windows } from '../window-state.ts';
import {
  CHAT_TABS,
  type ChatTab,
  EMPTY_HISTORY,
  fitMessage,
  linesOf,
  recalled,
  remembered,
  unreadCount,
} from './chat-log.ts';

/** Id of the field that Enter focuses. */
export const CHAT_INPUT_ID = 'chat-input';
/** Distance from the end within which new lines keep the log scrolled to its end, in CSS pixels. */
const STICKY_PX = 40;
/** Lines that a phone shows while the chat is closed. */
const PEEK_LINES = 4;

/** The chat: whole on a desktop; on a phone the last lines until it is opened. */
export function ChatPanel(): JSX.Element {
  const tab = useSignal<ChatTab>('All');
  if (windows.compact.value && !windows.chatOpen.value) return <ChatPeek />;
  return (
    <section class="chat panel" aria-label="Chat">
      {windows.compact.value && (
        <header class="sheet-head">
          <h2>Chat</h2>
          <button type="button" class="icon-button" aria-label="Close chat" onClick={toggleChat}>
            <Icon svg={closeIcon} />
          </button>
        </header>
      )}
      <ChatLines tab={tab.value} />
      <ChatField />
      <ChatTabs chosen={tab.value} choose={(next) => (tab.value = next)} />
    </section>
  );
}

/** The last lines over the scene. They take no touches, so one can play through them; the bar at the bottom opens the rest. */
function ChatPeek(): JSX.Element {
  return (
    <div class="chat-peek" role="log" aria-live="polite" aria-label="Chat">
      {hud.chat.value.slice(-PEEK_LINES).map((line) => (
        <ChatText key={line.id} line={line} />
      ))}
    </div>
  );
}

/** Opens the chat from the bar at the bottom of a phone, with the number of lines not read yet. */
export function ChatButton(): JSX.Element {
  const seenId = useSignal(0);
  const open = windows.chatOpen.value;
  const last = hud.chat.value.at(-1)?.id ?? 0;
  useLayoutEffect(() => {
    if (open) seenId.value = last;
  }, [open, last]);
  const unread = useComputed(() => (windows.chatOpen.value ? 0 : unreadCount(hud.chat.value, seenId.value))).value;
  return (
    <button
      type="button"
      class="tab-button"
      aria-expanded={open}
      aria-label={unread > 0 ? `Chat, ${unread} unread` : 'Chat'}
      onClick={toggleChat}
    >
      <Icon svg={chatIcon} />
      {unread > 0 && <span class="badge">{unread > 99 ? '99+' : unread}</span>}
    </button>
  );
}

function ChatLines({ tab }: { tab: ChatTab }): JSX.Element {
  const log = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const lines = linesOf(hud.chat.value, tab);
  useLayoutEffect(() => {
    const element = log.current;
    if (element !== null && stuck.current) element.scrollTop = element.scrollHeight;
  }, [lines.at(-1)?.id, tab]);
  const onScroll = (): void => {
    const element = log.current;
    if (element !== null) stuck.current = element.scrollHeight - element.scrollTop - element.clientHeight < STICKY_PX;
  };
  return (
    <div
      ref={log}
      class="chat-lines"
      role="log"
      aria-live="polite"
      aria-label={`${tab} messages`}
      id="chat-lines"
      {...SCROLLS}
      onScroll={onScroll}
    >
      {lines.map((line) => (
        <ChatText key={line.id} line={line} />
      ))}
    </div>
  );
}

function ChatText({ line }: { line: ChatLine }): JSX.Element {
  return (
    <span class="chat-line" data-channel={line.channel}>
      {line.sender !== undefined && <span class="chat-sender">{line.sender}: </span>}
      {line.text}
    </span>
  );
}

function ChatField(): JSX.Element {
  const { actions } = useHud();
  const text = useSignal('');
  const history = useSignal(EMPTY_HISTORY);
  const send = (event: Event): void => {
    event.preventDefault();
    const message = fitMessage(text.value);
    if (message !== '') {
      actions.say(message);
      history.value = remembered(history.value, message);
    }
    text.value = '';
    // Back to the world: the next keys steer, and a phone's keyboard closes.
    document.getElementById(CHAT_INPUT_ID)?.blur();
  };
  const recall = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') (event.currentTarget as HTMLElement).blur(); // The handler sits on the field.
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const next = recalled(history.value, event.key === 'ArrowUp' ? -1 : 1, text.value);
    history.value = next.history;
    text.value = next.text;
  };
  return (
    <form class="chat-form" onSubmit={send}>
      <label class="chat-name" for={CHAT_INPUT_ID}>
        {hud.characterName.value || 'You'}:
      </label>
      <input
        id={CHAT_INPUT_ID}
        class="chat-input"
        value={text.value}
        maxLength={CHAT_MAX_CODE_POINTS}
        placeholder={windows.compact.value ? 'Say something' : 'Press Enter to chat'}
        aria-label="Message"
        autocomplete="off"
        enterkeyhint="send"
        onInput={(event) => (text.value = event.currentTarget.value)}
        onKeyDown={recall}
      />
      {windows.compact.value && (
        <button type="submit" class="icon-button" aria-label="Send">
          <Icon svg={sendIcon} />
        </button>
      )}
    </form>
  );
}

function ChatTabs({ chosen, choose }: { chosen: ChatTab; choose: (tab: ChatTab) => void }): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const moved = list.current === null ? undefined : moveFocus(event, list.current, '[role=tab]', 'row');
    const next = moved === undefined ? undefined : CHAT_TABS[moved];
    if (next !== undefined) choose(next);
  };
  return (
    <div ref={list} class="chat-tabs" role="tablist" aria-label="Channels" onKeyDown={onKeyDown}>
      {CHAT_TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          class="chat-tab"
          aria-selected={tab === chosen}
          aria-controls="chat-lines"
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => choose(tab)}
        >
          {tab}
        </button>
      ))}
    </div>
  );
}
