import type { Rules } from '../sim/rules.ts';
import { drawTerrain } from '../sim/world.test-kit.ts';
import type { Game } from './game.ts';

/** A second game in ten lines: one kind of thing, one verb. It proves that the region object knows none of the first. */
const rules: Rules = {
  terrain: drawTerrain(...Array.from({ length: 32 }, () => '.'.repeat(32))),
  spawn: { x: 16, z: 16 },
  spawnTiles: 1,
  kinds: { bell: { type: 'scenery', name: 'Bell', examine: 'A bell.', verbs: ['ring'] } },
  spawns: [{ kind: 'bell', x: 20, z: 16 }],
  verbs: {
    ring: {
      reach: 'beside',
      act: ({ facts }, _actor, { id, name }) => void facts.push({ kind: 'said', id, name, message: 'Ding.' }),
    },
  },
  emotes: {},
  startingSkills: {},
  levelOf: () => 1,
  requests: {},
};

export const tinyGame: Game = { rules, edition: 'tiny-1', mapHash: 'tiny', manifest: 'tiny', dayTicks: 100 };
