import type { DrawnActor } from '../../shared/client/drawn-actor.ts';
import { COLLISION, flagsAt, type Terrain } from '../../shared/space/terrain.ts';
import type { Audio } from '../audio/audio.ts';

/** Tiles between two footfalls. */
const STRIDE_TILES = 0.83;
/** Tiles within which somebody's steps are heard. */
const HEARING_TILES = 9;
/** Tiles within which running water is heard. */
const WATER_TILES = 10;
const SURROUNDINGS_INTERVAL_MS = 700;

/** What the world sounds like from where one stands. */
export interface Sounds {
  frame(
    actors: Iterable<DrawnActor>,
    own: DrawnActor | undefined,
    cameraYaw: number,
    dayFraction: number,
    nowMs: number,
  ): void;
}

export function createSounds(audio: Audio, terrain: Terrain): Sounds {
  const walked = new Map<string, { x: number; z: number; tiles: number }>();
  let nextSurroundingsMs = 0;
  const footfall = (actor: DrawnActor, own: DrawnActor, cameraYaw: number) => {
    const last = walked.get(actor.id) ?? { x: actor.x, z: actor.z, tiles: 0 };
    const moved = Math.hypot(actor.x - last.x, actor.z - last.z);
    const tiles = moved > 2 ? 0 : last.tiles + moved;
    walked.set(actor.id, { x: actor.x, z: actor.z, tiles: tiles % STRIDE_TILES });
    if (tiles < STRIDE_TILES) return;
    const east = actor.x - own.x;
    const north = actor.z - own.z;
    const near = 1 - Math.hypot(east, north) / HEARING_TILES;
    if (near <= 0) return;
    const right = east * Math.cos(cameraYaw) - north * Math.sin(cameraYaw);
    const isWood = (flagsAt(terrain, Math.floor(actor.x), Math.floor(actor.z)) & COLLISION.water) !== 0;
    audio.step(isWood ? 'wood' : 'grass', { loudness: near * (actor === own ? 0.6 : 0.4), pan: right / HEARING_TILES });
  };
  return {
    frame(actors, own, cameraYaw, dayFraction, nowMs) {
      if (own === undefined) return;
      for (const actor of actors)
        if (actor.type !== 'scenery' && actor.type !== 'item') footfall(actor, own, cameraYaw);
      if (nowMs < nextSurroundingsMs) return;
      nextSurroundingsMs = nowMs + SURROUNDINGS_INTERVAL_MS;
      const daylight = Math.max(0, -Math.cos(dayFraction * 2 * Math.PI));
      audio.setSurroundings({ water: waterNear(terrain, own), wind: 0.35, birds: daylight });
    },
  };
}

/** How much water lies around, 0 to 1: the nearer the louder. */
function waterNear(terrain: Terrain, { x, z }: { x: number; z: number }): number {
  let nearest = WATER_TILES;
  for (let dz = -WATER_TILES; dz <= WATER_TILES; dz += 2) {
    for (let dx = -WATER_TILES; dx <= WATER_TILES; dx += 2) {
      if ((flagsAt(terrain, Math.floor(x) + dx, Math.floor(z) + dz) & COLLISION.water) === 0) continue;
      nearest = Math.min(nearest, Math.hypot(dx, dz));
    }
  }
  return 1 - nearest / WATER_TILES;
}
