import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { birdPhrase } from './bird-song.ts';

test('a phrase has notes in order, one at a time, within what a bird can sing', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (stream) => {
      const phrase = birdPhrase(() => stream.next().value ?? 0);
      expect(phrase.length).toBeGreaterThan(1);
      phrase.forEach((chirp, i) => {
        const before = phrase[i - 1];
        if (before !== undefined) expect(chirp.at).toBeGreaterThanOrEqual(before.at + before.seconds - 1e-9);
        for (const pitch of [chirp.from, chirp.to]) {
          expect(pitch).toBeGreaterThan(1400);
          expect(pitch).toBeLessThan(6000);
        }
      });
    }),
  );
});
