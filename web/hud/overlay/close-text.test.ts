import { expect, test } from 'vitest';
import { CLOSE_CODES } from '../../../shared/protocol/close-codes.ts';
import { closeText } from './close-text.ts';

test('every close code of the protocol has a sentence of its own', () => {
  const texts = Object.values(CLOSE_CODES).map((code) => closeText(code).text);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts).not.toContain(closeText(1006).text);
});

test('what only a reload or a person can mend offers no retry', () => {
  expect(closeText(CLOSE_CODES.protocol).canRetry).toBe(false);
  expect(closeText(CLOSE_CODES.removed).canRetry).toBe(false);
  expect(closeText(CLOSE_CODES.idle).canRetry).toBe(true);
});
