import type { LinkQuality } from '../../../shared/client/link.test-kit.ts';
import type { Point } from '../../../shared/client/tick-path.ts';
import { NETWORK_CONSTANTS } from '../../../shared/protocol/network-constants.ts';
import { findRoute } from '../../../shared/space/route.ts';
import { isWalkable, type Terrain } from '../../../shared/space/terrain.ts';
import type { Tile } from '../../../shared/space/tile.ts';
import { MIDDLE } from './clutter.ts';
import { createRig, FRAME_MS, type Rig } from './rig.ts';
import { deviation, distancesToPath, percentile, stepLength } from './sums.ts';
import { witnessPath } from './true-path.ts';

const { TICK_DURATION_MS } = NETWORK_CONSTANTS;

export interface RemoteOptions {
  readonly quality: LinkQuality;
  readonly seed: number;
  readonly seconds: number;
}

/** How others were drawn. */
export interface RemoteFigures {
  /** Pauses shorter than a rest between moving frames, per walker and minute. */
  readonly stallsPerMinute: number;
  /** Standard deviation of the speed of moving frames over nominal. */
  readonly smoothness: number;
  /** Distance from the true path, p99. */
  readonly distance99: number;
  /** How far behind the server's clock others are drawn at the end. */
  readonly delayMs: number;
}

const WALKERS = 4;
/** Tiles around the viewer in which they roam: always in view. */
const ROAM_TILES = 9;
const MOVING_TILES = 0.02 / 36;
/** Still frames that are a stall and not a rest: a rest is whole ticks, of 36 frames each. */
const STALL_FRAMES = 24;
const REST_TICKS = 4;

/** Lets four others walk around a viewer who stands, and measures how they are drawn. */
export async function measureRemotes(options: RemoteOptions): Promise<RemoteFigures> {
  const rig = await createRig(options.quality, options.seed);
  const walkers = Array.from({ length: WALKERS }, (_, index) => new Walker(rig, `walker${index}`));
  rig.draw(options.seconds * 1000, (now) => {
    for (const walker of walkers) walker.record(now);
  });
  const minutes = (options.seconds / 60) * WALKERS;
  return {
    stallsPerMinute: walkers.reduce((sum, walker) => sum + walker.stalls, 0) / minutes,
    smoothness: deviation(walkers.flatMap(({ speeds }) => speeds)),
    distance99: percentile(
      walkers.flatMap((walker) => walker.distances()),
      0.99,
    ),
    delayMs: rig.client.stats().remoteDelayMs,
  };
}

/** Somebody who walks from place to place, with rests, moved by the server alone. */
class Walker {
  stalls = 0;
  readonly speeds: number[] = [];
  private readonly rig: Rig;
  private readonly id: string;
  private readonly truth;
  private readonly drawn: (Point & { at: number })[] = [];
  private stillFrames = STALL_FRAMES;
  private restsUntil = 0;

  constructor(rig: Rig, id: string) {
    this.rig = rig;
    this.id = id;
    rig.region.join(id, MIDDLE);
    this.truth = witnessPath(rig.region, id);
    rig.region.watch(() => this.wander());
  }

  record(now: number): void {
    const actor = this.rig.client.actor(this.id);
    if (actor === undefined) return;
    const last = this.drawn[this.drawn.length - 1];
    this.drawn.push({ at: now, x: actor.x, z: actor.z });
    if (last === undefined) return;
    const moved = stepLength(last, actor);
    if (moved < MOVING_TILES) {
      this.stillFrames++;
      return;
    }
    if (this.stillFrames > 0 && this.stillFrames < STALL_FRAMES) this.stalls++;
    this.stillFrames = 0;
    const steps = actor.moving === 'run' ? 2 : 1;
    this.speeds.push((moved * TICK_DURATION_MS) / (steps * FRAME_MS));
  }

  distances(): number[] {
    return distancesToPath(this.drawn, this.truth);
  }

  private wander(): void {
    const { rig } = this;
    const player = rig.region.player(this.id);
    if (player === undefined || player.mobile.route.length > 0 || rig.region.world.tick < this.restsUntil) return;
    this.restsUntil = rig.region.world.tick + Math.floor(rig.random() * REST_TICKS);
    const to = someTile(rig.terrain, player.position, rig.random);
    if (to === undefined) return;
    const running = rig.random() < 0.3;
    rig.region.command(this.id, { name: 'moveRequest', payload: { x: to.x + 0.5, z: to.z + 0.5, running } });
  }
}

function someTile(terrain: Terrain, from: Tile, random: () => number): Tile | undefined {
  const x = MIDDLE.x + Math.floor((random() - 0.5) * 2 * ROAM_TILES);
  const z = MIDDLE.z + Math.floor((random() - 0.5) * 2 * ROAM_TILES);
  if (!isWalkable(terrain, x, z)) return undefined;
  const route = findRoute(terrain, { x: from.x, z: from.z }, { x, z });
  return route?.complete ? { x, z } : undefined;
}
