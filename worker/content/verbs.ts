import { isPersonId, PEOPLE } from '../../shared/content/people.ts';
import { directionTo } from '../../shared/space/tile.ts';
import { roll } from '../sim/dice.ts';
import type { Verb } from '../sim/rules.ts';
import { tileOf } from '../sim/world.ts';

/** A look at something, from wherever it can be seen. */
const examine: Verb = {
  reach: 'view',
  act({ rules, facts }, actor, target) {
    const text =
      target.player === undefined ? rules.kinds[target.kind]?.examine : `${target.name}, level ${target.level ?? 3}.`;
    facts.push({ kind: 'noticed', id: actor.id, text: text ?? 'It is what it is.' });
    return undefined;
  },
};

/** A word with somebody of the world: they turn to the speaker and greet them aloud. */
const talk: Verb = {
  reach: 'beside',
  act({ world, facts }, actor, target) {
    if (!isPersonId(target.kind)) return 'It does not answer.';
    const { greetings } = PEOPLE[target.kind];
    const heading = directionTo(tileOf(target), tileOf(actor));
    if (heading !== undefined) target.position = { ...target.position, heading };
    const message = greetings[roll(world.dice, greetings.length)] ?? greetings[0];
    facts.push({ kind: 'said', id: target.id, name: target.name, message });
    return undefined;
  },
};

/** What can be done to things in the world, by verb. */
export const verbs: Readonly<Record<string, Verb>> = { examine, talk };
