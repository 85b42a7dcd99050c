import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Mirror } from '../../../shared/client/mirror.ts';
import { Prediction } from '../../../shared/client/prediction.ts';
import { seededRandom } from '../../../shared/client/virtual-time.test-kit.ts';
import { takeFrame } from '../../../shared/client/world-feed.ts';
import { writeBundle } from '../../../shared/protocol/bundle.ts';
import { RUN_ENERGY_FULL } from '../../../shared/rules/run-energy.ts';
import type { Tile } from '../../../shared/space/tile.ts';
import { bareRules, createScene, type Scene } from '../../sim/world.test-kit.ts';
import { createObserver, observe } from '../../sync/observe.ts';
import { createViewer, type SyncForm } from '../../sync/viewer.ts';
import { clutteredGround, MIDDLE } from './clutter.ts';

interface Click {
  readonly dx: number;
  readonly dz: number;
  readonly running: boolean;
  /** Ticks until the next click. */
  readonly pause: number;
  /** Ticks ahead that the move names. */
  readonly ahead: number;
}

const click: fc.Arbitrary<Click> = fc.record({
  dx: fc.integer({ min: -14, max: 14 }),
  dz: fc.integer({ min: -14, max: 14 }),
  running: fc.boolean(),
  pause: fc.integer({ min: 0, max: 6 }),
  ahead: fc.integer({ min: 0, max: 2 }),
});

/** Plays clicks on the real simulation and feeds its frames to a prediction; `compare` sees both after each tick. */
function play(
  { clicks, seed, energy, form }: { clicks: readonly Click[]; seed: number; energy: number; form: SyncForm },
  compare: (prediction: Prediction, scene: Scene, foretold: Tile) => void,
): void {
  const terrain = clutteredGround(seededRandom(seed));
  const rules = bareRules(terrain);
  const scene = createScene(rules);
  const player = scene.join('own', MIDDLE.x, MIDDLE.z).player;
  player.runEnergy = energy;
  const observer = createObserver();
  const viewer = createViewer('own', form);
  const mirror = new Mirror();
  mirror.ownId = 'own';
  const prediction = new Prediction(terrain);
  let seq = 0;
  let hasSnapshot = false;
  const step = () => {
    const foretold = prediction.track.tileAfter(scene.world.tick + 1);
    const facts = scene.advance();
    const packets = observe(observer, scene.world, rules, facts, [viewer]).get(viewer) ?? [];
    if (packets.length === 0) return;
    for (const frame of form === 'plain' ? packets : [writeBundle(packets)]) {
      const heard = takeFrame(frame, mirror, scene.world.tick, 0);
      if (heard.isSnapshot) prediction.reset(scene.world.tick, MIDDLE, 0, heard.report);
      else if (heard.report !== undefined) prediction.report(heard.report);
      else if (heard.isWhole && heard.tick !== undefined) prediction.quiet(heard.tick);
      if (heard.energy !== undefined) prediction.energy(heard.energy.energy, heard.energy.running);
    }
    if (hasSnapshot) compare(prediction, scene, foretold);
    hasSnapshot = true;
  };
  step();
  for (const { dx, dz, running, pause, ahead } of clicks) {
    const { position } = scene.player('own');
    const to = { x: position.x + dx, z: position.z + dz };
    const at = Math.max(scene.world.tick + 1 + ahead, prediction.pending.at(-1)?.at ?? 0);
    seq++;
    scene.ask('own', { name: 'moveRequest', payload: { x: to.x + 0.5, z: to.z + 0.5, running, seq, at } });
    prediction.move(seq, to, running, at);
    // A tick passes at least: a fourth move that waits for the same ticks would push the third out.
    for (let tick = 0; tick <= pause; tick++) step();
  }
  for (let tick = 0; tick < 40; tick++) step();
}

const situation = { clicks: fc.array(click, { minLength: 1, maxLength: 25 }), seed: fc.integer({ min: 1, max: 99 }) };
const energies = fc.constantFrom(RUN_ENERGY_FULL, 700, 0);

test('after each answer the client knows tile, route and run energy as the server has them, and had foretold the tile', () => {
  fc.assert(
    fc.property(fc.record({ ...situation, energy: energies }), (given) => {
      play({ ...given, form: 'compact' }, (prediction, scene, foretold) => {
        const { position, mobile, player } = scene.player('own');
        const { known } = prediction;
        if (known.tick !== scene.world.tick) return;
        expect({ x: known.x, z: known.z, route: known.route, running: known.runningMove }).toEqual({
          x: position.x,
          z: position.z,
          route: mobile.route,
          running: player.runningMove,
        });
        if (given.energy === RUN_ENERGY_FULL) expect(foretold).toEqual({ x: position.x, z: position.z });
        expect(Math.abs(known.energy - player.runEnergy)).toBeLessThan(100);
      });
    }),
    { numRuns: 60, seed: 20_261 },
  );
});

test('the plain form leads to the same place', () => {
  fc.assert(
    fc.property(fc.record({ ...situation, energy: energies }), (given) => {
      let isThere = false;
      play({ ...given, form: 'plain' }, (prediction, scene) => {
        const { position } = scene.player('own');
        isThere = prediction.known.x === position.x && prediction.known.z === position.z;
      });
      expect(isThere).toBe(true);
    }),
    { numRuns: 30, seed: 20_262 },
  );
});
