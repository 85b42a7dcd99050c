import { describe, expect, it } from 'vitest';
import { createViewer, forget, forgetAll, learn } from './viewer.ts';

describe('what a viewer knows', () => {
  it('has short ids that are given again once their holder is forgotten', () => {
    const viewer = createViewer('ada', 'compact');
    expect([10, 20, 30].map((slot) => learn(viewer, slot, `e${slot}`).d)).toEqual([0, 1, 2]);
    forget(viewer, 20);
    forget(viewer, 20);
    forget(viewer, 99);
    expect(learn(viewer, 40, 'e40').d).toBe(1);
    expect(learn(viewer, 50, 'e50').d).toBe(3);
    expect([...viewer.known.values()].map(({ d }) => d).sort()).toEqual([0, 1, 2, 3]);
  });

  it('has as many short ids as it ever had in view at once', () => {
    const viewer = createViewer('ada', 'compact');
    for (let round = 0; round < 1000; round++) {
      for (let slot = 0; slot < 5; slot++) expect(learn(viewer, slot, `e${round}`).d).toBeLessThan(5);
      for (let slot = 0; slot < 5; slot++) forget(viewer, slot);
    }
  });

  it('begins with nothing and can be forgotten whole', () => {
    const viewer = createViewer('ada', 'plain');
    expect(viewer.needsSnapshot).toBe(true);
    for (let slot = 0; slot < 5; slot++) learn(viewer, slot, `e${slot}`);
    forget(viewer, 2);
    viewer.destination = '1,2';
    forgetAll(viewer);
    expect(viewer).toEqual(createViewer('ada', 'plain'));
  });
});
