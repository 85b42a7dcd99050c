import { centre } from '../../../shared/client/track.ts';
import { NETWORK_CONSTANTS } from '../../../shared/protocol/network-constants.ts';
import { DIRECTIONS, type Direction, type Tile } from '../../../shared/space/tile.ts';
import type { ModelRegion } from './model-region.ts';
import type { Moment } from './sums.ts';

const { TICK_DURATION_MS } = NETWORK_CONSTANTS;

/**
 * Writes down where a character really is, in virtual time; the list grows with every tick.
 *
 * @param stops asked each tick: whether the server ends the walk by itself
 */
export function witnessPath(region: ModelRegion, id: string, stops: () => boolean = () => false): Moment[] {
  const path: Moment[] = [];
  region.watch(() => {
    const player = region.player(id);
    if (player === undefined) return;
    const { position, mobile } = player;
    const shownAt = region.shownAt(region.world.tick);
    const before = [...mobile.taken].reverse().reduce<Tile>(stepBack, position);
    let tile = before;
    path.push({ at: shownAt, ...centre(before) });
    mobile.taken.forEach((direction, index) => {
      tile = { x: tile.x + DIRECTIONS[direction].x, z: tile.z + DIRECTIONS[direction].z };
      path.push({ at: shownAt + (TICK_DURATION_MS * (index + 1)) / mobile.taken.length, ...centre(tile) });
    });
    if (mobile.route.length > 0 && stops()) region.command(id, { name: 'emote', payload: { emote: 'wave' } });
  });
  return path;
}

function stepBack(tile: Tile, direction: Direction): Tile {
  return { x: tile.x - DIRECTIONS[direction].x, z: tile.z - DIRECTIONS[direction].z };
}
