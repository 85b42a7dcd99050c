import { describe, expect, it } from 'vitest';
import { CREATURES } from '../../shared/content/creatures.ts';
import { PEOPLE } from '../../shared/content/people.ts';
import { openGround } from '../../shared/space/grid.test-kit.ts';
import type { WorldRequest } from '../sim/command.ts';
import type { Entity } from '../sim/components.ts';
import { createScene, type Scene } from '../sim/world.test-kit.ts';
import { entities } from '../sim/world.ts';
import { larkmarkRules } from './rules.ts';

const RULES = larkmarkRules('hearthvale', openGround(128, 128));
const [W, E] = [0, 1] as const;

function someone(scene: Scene, kind: string): Entity {
  const found = [...entities(scene.world)].find((entity) => entity.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
}

const interact = (targetId: string, option: string): WorldRequest => ({
  name: 'interact',
  payload: { targetId, option },
});

describe('talking', () => {
  it('walks up, turns them to the speaker and has them say a greeting aloud', () => {
    const scene = createScene(RULES);
    const clerk = someone(scene, 'clerk');
    const { x, z } = clerk.position;
    const ada = scene.join('ada', x - 5, z);
    scene.ask('ada', interact(clerk.id, 'talk'));
    const facts = scene.advance(8);
    expect(facts).toEqual([{ kind: 'said', id: clerk.id, name: 'Vault clerk', message: expect.any(String) }]);
    const [said] = facts;
    expect(PEOPLE.clerk.greetings).toContain(said?.kind === 'said' ? said.message : '');
    expect([ada.position.x, ada.position.heading, clerk.position.heading]).toEqual([x - 1, E, W]);
  });

  it('hears every greeting in time', () => {
    const scene = createScene(RULES);
    const pell = someone(scene, 'pell');
    scene.join('ada', pell.position.x + 4, pell.position.z);
    const heard = new Set<string>();
    for (let round = 0; round < 40; round++) {
      scene.ask('ada', interact(pell.id, 'talk'));
      for (const fact of scene.advance(8)) if (fact.kind === 'said') heard.add(fact.message);
    }
    expect([...heard].sort()).toEqual([...PEOPLE.pell.greetings].sort());
  });

  it('begins by dialogueContinue too, with those who have a word to say', () => {
    const scene = createScene(RULES);
    const clerk = someone(scene, 'clerk');
    const { x, z } = clerk.position;
    scene.join('ada', x + 1, z);
    scene.ask('ada', { name: 'dialogueContinue', payload: { npcId: clerk.id } });
    expect(scene.advance()).toEqual([expect.objectContaining({ kind: 'said', id: clerk.id })]);
    const hen = someone(scene, 'moorhen');
    scene.join('bo', hen.position.x, hen.position.z);
    scene.ask('bo', { name: 'dialogueContinue', payload: { npcId: hen.id } });
    expect(scene.advance()).toEqual([
      { kind: 'refused', id: 'bo', text: 'You cannot do that to it.', request: 'dialogueContinue' },
    ]);
  });
});

describe('examining', () => {
  it.each(['moorhen', 'boar', 'issa', 'pell'] as const)('%s tells what there is to see', (kind) => {
    const scene = createScene(RULES);
    const target = someone(scene, kind);
    scene.join('ada', target.position.x + 10, target.position.z);
    scene.ask('ada', interact(target.id, 'examine'));
    const { examine } = { ...CREATURES, ...PEOPLE }[kind];
    expect(scene.advance()).toEqual([{ kind: 'noticed', id: 'ada', text: examine }]);
  });

  it('a player tells name and level', () => {
    const scene = createScene(RULES);
    scene.join('ada', 10, 10);
    scene.join('Bo', 12, 10);
    scene.ask('ada', interact('Bo', 'examine'));
    expect(scene.advance()).toEqual([{ kind: 'noticed', id: 'ada', text: 'Bo, level 3.' }]);
  });
});
