import { describe, expect, it } from 'vitest';
import { CHAT_MAX_CODE_POINTS } from '../../shared/rules/chat-text.ts';
import type { WorldRequest } from './command.ts';
import { bareRules, createScene, MEADOW } from './world.test-kit.ts';

const say = (message: string): WorldRequest => ({ name: 'chatMessage', payload: { message } });
const emote = (name: string): WorldRequest => ({ name: 'emote', payload: { emote: name } });
const refused = (text: string, request: string) => ({ kind: 'refused', id: 'ada', text, request });

describe('speech', () => {
  it('[CH1] is cleaned and said in the tick of the request', () => {
    const scene = createScene();
    scene.join('ada');
    scene.ask('ada', say('  e\u0301\u202e  a '));
    expect(scene.advance()).toEqual([{ kind: 'said', id: 'ada', name: 'ada', message: 'é a' }]);
    scene.ask('ada', say('a'.repeat(240)));
    expect(scene.advance()).toEqual([
      { kind: 'said', id: 'ada', name: 'ada', message: 'a'.repeat(CHAT_MAX_CODE_POINTS) },
    ]);
  });

  it('[CH1] of nothing visible is refused', () => {
    const scene = createScene();
    scene.join('ada');
    scene.ask('ada', say(' \u200b\u2060 '));
    expect(scene.advance()).toEqual([refused('There is nothing in that to say.', 'chatMessage')]);
  });

  it('[OD8] ends neither emote nor walk', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', { name: 'moveRequest', payload: { x: 20, z: 10, running: false } });
    scene.advance();
    scene.ask('ada', say('walking'));
    scene.advance();
    expect(ada.position.x).toBe(12);
    scene.ask('ada', emote('wave'));
    scene.advance();
    scene.ask('ada', say('waving'));
    scene.advance();
    expect(ada.emote?.name).toBe('wave');
  });
});

describe('emotes', () => {
  it('[EM1] last their ticks, and can be made again', () => {
    const scene = createScene();
    const ada = scene.join('ada');
    scene.ask('ada', emote('wave'));
    scene.advance();
    const seen = [ada.emote?.name];
    for (let tick = 0; tick < 4; tick++) {
      scene.advance();
      seen.push(ada.emote?.name);
    }
    expect(seen).toEqual(['wave', 'wave', 'wave', 'wave', undefined]);
    scene.ask('ada', emote('wave'));
    scene.advance(2);
    scene.ask('ada', emote('wave'));
    scene.advance(4);
    expect(ada.emote?.name).toBe('wave');
    scene.advance();
    expect(ada.emote).toBeUndefined();
  });

  it('[EM1] stop a walker', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', { name: 'moveRequest', payload: { x: 20, z: 10, running: false } });
    scene.advance();
    scene.ask('ada', emote('wave'));
    scene.advance(3);
    expect(ada.position.x).toBe(11);
  });

  it('[EM2] that nobody knows are refused', () => {
    const scene = createScene();
    const ada = scene.join('ada');
    for (const name of ['juggle', 'constructor', 'toString']) {
      scene.ask('ada', emote(name));
      expect(scene.advance()).toEqual([refused('You do not know that gesture.', 'emote')]);
      expect(ada.emote).toBeUndefined();
    }
  });
});

describe('requests', () => {
  it('[RQ1] that nothing answers are refused', () => {
    const scene = createScene();
    scene.join('ada');
    scene.ask('ada', { name: 'getQuestList', payload: {} });
    expect(scene.advance()).toEqual([refused('That cannot be done here yet.', 'getQuestList')]);
  });

  it('[RQ1] of nobody are nothing, also of what is no player', () => {
    const kinds = { elder: { type: 'person', name: 'Elder', examine: '', verbs: [] } } as const;
    const scene = createScene(bareRules(MEADOW, { kinds, spawns: [{ kind: 'elder', x: 5, z: 5 }] }));
    scene.join('ada');
    for (const id of ['nobody', 'constructor', '__proto__', 'elder_test_1']) scene.ask(id, say('hello'));
    expect(scene.advance()).toEqual([]);
  });

  it('[RQ1] are answered by the game before the simulation', () => {
    const scene = createScene(bareRules(MEADOW, { requests: { chatMessage: () => 'Hush.' } }));
    scene.join('ada');
    scene.ask('ada', say('hello'));
    expect(scene.advance()).toEqual([refused('Hush.', 'chatMessage')]);
  });

  it('[TM3] that fail end nothing but themselves', () => {
    const requests = {
      emote: () => {
        throw new RangeError('no arms');
      },
    };
    const scene = createScene(bareRules(MEADOW, { requests }));
    scene.join('ada');
    scene.ask('ada', emote('wave'));
    scene.ask('ada', say('still here'));
    expect(scene.advance()).toEqual([
      { kind: 'faulted', id: 'ada', phase: 'input', message: 'RangeError: no arms' },
      { kind: 'said', id: 'ada', name: 'ada', message: 'still here' },
    ]);
  });

  it('[LV4] to leave are told, and let the body stay', () => {
    const scene = createScene();
    scene.join('ada');
    scene.ask('ada', { name: 'logout', payload: {} });
    expect(scene.advance()).toEqual([{ kind: 'departed', id: 'ada', reason: 'logout' }]);
    expect(scene.player('ada').player.connected).toBe(true);
  });
});
