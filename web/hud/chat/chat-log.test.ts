import { describe, expect, test } from 'vitest';
import { CHAT_MAX_CODE_POINTS } from '../../../shared/rules/chat-text.ts';
import type { ChatLine } from '../state.ts';
import {
  CHAT_LINES_KEPT,
  CHAT_MAX_BYTES,
  EMPTY_HISTORY,
  fitMessage,
  linesOf,
  recalled,
  remembered,
  unreadCount,
  withLine,
} from './chat-log.ts';

const say = (text: string, channel: ChatLine['channel'] = 'public') => ({ channel, sender: 'Mira', text });

function logOf(...channels: ChatLine['channel'][]): readonly ChatLine[] {
  return channels.reduce<readonly ChatLine[]>((log, channel) => withLine(log, say(channel, channel)), []);
}

describe('the log', () => {
  test('numbers its lines and drops the oldest beyond its length', () => {
    let log: readonly ChatLine[] = [];
    for (let i = 0; i < CHAT_LINES_KEPT + 5; i++) log = withLine(log, say(`${i}`));
    expect(log).toHaveLength(CHAT_LINES_KEPT);
    expect(log[0]).toMatchObject({ id: 6, text: '5' });
    expect(log.at(-1)?.id).toBe(CHAT_LINES_KEPT + 5);
  });

  test('a tab shows its own channels, refusals among the game lines', () => {
    const log = logOf('public', 'game', 'private', 'error');
    expect(linesOf(log, 'All')).toHaveLength(4);
    expect(linesOf(log, 'Game').map((line) => line.channel)).toEqual(['game', 'error']);
    expect(linesOf(log, 'Public').map((line) => line.channel)).toEqual(['public']);
    expect(linesOf(log, 'Private').map((line) => line.channel)).toEqual(['private']);
  });

  test('counts as unread only what people wrote since', () => {
    const log = logOf('public', 'game', 'private', 'public');
    expect(unreadCount(log, 1)).toBe(2);
    expect(unreadCount(log, 4)).toBe(0);
  });
});

describe('fitMessage', () => {
  test('makes one trimmed line', () => {
    expect(fitMessage('  hello\n  there ')).toBe('hello there');
  });

  test('cuts by bytes at a whole character', () => {
    const cut = fitMessage(`a${'\u{1F426}'.repeat(100)}`);
    expect(new TextEncoder().encode(cut)).toHaveLength(CHAT_MAX_BYTES - 3);
    expect(cut.endsWith('\u{1F426}')).toBe(true);
    expect(fitMessage('x'.repeat(300))).toHaveLength(CHAT_MAX_CODE_POINTS);
  });
});

describe('history', () => {
  test('goes back to what was sent and forward to the draft', () => {
    const history = remembered(remembered(EMPTY_HISTORY, 'one'), 'two');
    const back = recalled(history, -1, 'draft');
    expect(back.text).toBe('two');
    const further = recalled(back.history, -1, back.text);
    expect(further.text).toBe('one');
    expect(recalled(further.history, -1, further.text).text).toBe('one');
    const forward = recalled(recalled(further.history, 1, 'one').history, 1, 'two');
    expect(forward.text).toBe('draft');
  });

  test('keeps a repeated message once', () => {
    expect(remembered(remembered(EMPTY_HISTORY, 'one'), 'one').sent).toEqual(['one']);
  });
});
