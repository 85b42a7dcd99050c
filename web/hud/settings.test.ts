import { describe, expect, test } from 'vitest';
import { parseSettings, type Settings } from './settings.ts';

const fallback: Settings = {
  scale: 100,
  quality: 'high',
  volumes: { master: 80, music: 50, effects: 80, ambience: 70 },
};

describe('parseSettings', () => {
  test('nothing, nonsense and other JSON give the fallback', () => {
    for (const text of [null, '', '{', '3', 'null', '[]']) expect(parseSettings(text, fallback)).toEqual(fallback);
  });

  test('reads what was written', () => {
    const written: Settings = {
      scale: 120,
      quality: 'low',
      volumes: { master: 0, music: 10, effects: 20, ambience: 30 },
    };
    expect(parseSettings(JSON.stringify(written), fallback)).toEqual(written);
  });

  test('what is out of range falls back by itself', () => {
    const text = JSON.stringify({ scale: 400, quality: 'ultra', volumes: { master: -1, music: '3', effects: 5 } });
    expect(parseSettings(text, fallback)).toEqual({ ...fallback, volumes: { ...fallback.volumes, effects: 5 } });
  });
});
