import { canStep, type Terrain } from './terrain.ts';
import { type Direction, neighbour, RUN_TILES, type Tile, WALK_TILES } from './tile.ts';

/** Somebody on a route: the tile it stands on and the steps still to take. */
export interface Walker {
  x: number;
  z: number;
  route: Direction[];
}

/**
 * Advances a walker by one tick: up to one step walking, two running. A step that the terrain no
 * longer allows ends the route. Returns the steps taken.
 *
 * This is the one step rule: the server moves everybody by it, and the client foretells its own
 * character by it.
 */
export function advance(terrain: Terrain, walker: Walker, running: boolean): Direction[] {
  const taken: Direction[] = [];
  const most = running ? RUN_TILES : WALK_TILES;
  while (taken.length < most) {
    const direction = walker.route[0];
    if (direction === undefined) break;
    if (!canStep(terrain, walker.x, walker.z, direction)) {
      walker.route = [];
      break;
    }
    const next = neighbour(walker, direction);
    walker.x = next.x;
    walker.z = next.z;
    walker.route.shift();
    taken.push(direction);
  }
  return taken;
}

/** The tile at the end of a walker's route. */
export function destinationOf(walker: Walker): Tile {
  let tile: Tile = { x: walker.x, z: walker.z };
  for (const direction of walker.route) tile = neighbour(tile, direction);
  return tile;
}
