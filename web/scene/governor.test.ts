import { describe, expect, test } from 'vitest';
import { createGovernor } from './governor.ts';
import type { QualityName } from './view.ts';

function run(governor: ReturnType<typeof createGovernor>, deltaMs: number, forMs: number): QualityName[] {
  const steps: QualityName[] = [];
  for (let at = 0; at < forMs; at += deltaMs) {
    const step = governor.frame(deltaMs);
    if (step !== undefined) steps.push(step);
  }
  return steps;
}

describe('the governor', () => {
  test('leaves sixty frames a second alone', () => {
    expect(run(createGovernor('high'), 16, 20_000)).toEqual([]);
  });

  test('steps down one preset per two slow seconds, and stops at the poorest', () => {
    expect(run(createGovernor('high'), 40, 12_000)).toEqual(['medium', 'low', 'potato']);
  });

  test('never steps up', () => {
    const governor = createGovernor('high');
    run(governor, 40, 2100);
    expect(run(governor, 5, 30_000)).toEqual([]);
  });

  test('a few long frames and stalls are no reason', () => {
    const governor = createGovernor('high');
    for (let frame = 0; frame < 400; frame++) {
      expect(governor.frame(frame % 10 === 0 ? 120 : 15)).toBeUndefined();
      expect(governor.frame(900)).toBeUndefined();
    }
  });

  test('a choice of the player starts over', () => {
    const governor = createGovernor('high');
    run(governor, 40, 2100);
    governor.choose('high');
    expect(run(governor, 40, 2100)).toEqual(['medium']);
  });
});
