import { expect, test } from 'vitest';
import { createSequencer } from './sequencer.ts';

const NOTES = [
  { at: 0, name: 'a' },
  { at: 1, name: 'b' },
  { at: 1.5, name: 'c' },
];

function bench(notes = NOTES) {
  const played: string[] = [];
  const sequencer = createSequencer(notes, 2, 10, (note, when, turn) => played.push(`${note.name}@${when}/${turn}`));
  return { played, sequencer };
}

test('each note is handed over once, shortly before it sounds, turn after turn', () => {
  const { played, sequencer } = bench();
  for (let now = 9.5; now < 13.8; now += 0.2) sequencer.advance(now);
  expect(played).toEqual(['a@10/0', 'b@11/0', 'c@11.5/0', 'a@12/1', 'b@13/1', 'c@13.5/1', 'a@14/2']);
});

test('nothing is handed over long before its time', () => {
  const { played, sequencer } = bench();
  sequencer.advance(9);
  expect(played).toEqual([]);
});

test('after a sleep the past is not caught up with', () => {
  const { played, sequencer } = bench();
  sequencer.advance(10);
  sequencer.advance(110.8);
  expect(played).toEqual(['a@10/0', 'b@111/50']);
});

test('an empty loop is silent', () => {
  const { played, sequencer } = bench([]);
  sequencer.advance(20);
  expect(played).toEqual([]);
});
