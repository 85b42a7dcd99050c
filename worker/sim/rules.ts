import type { EntityType } from '../../shared/protocol/entity.ts';
import type { RequestPayload } from '../../shared/protocol/requests.ts';
import type { Terrain } from '../../shared/space/terrain.ts';
import type { Tile } from '../../shared/space/tile.ts';
import type { WorldRequestName } from './command.ts';
import type { Entity, PlayerEntity } from './components.ts';
import type { Fact } from './fact.ts';
import type { World } from './world.ts';

/** What a turn may do beside changing the world: tell. */
export interface Turn {
  readonly world: World;
  readonly rules: Rules;
  readonly facts: Fact[];
}

/** Why something was not done, as a sentence to the player; undefined where it was. */
export type Refusal = string | undefined;

/** A kind of creature, person, scenery or item, as far as the simulation treats it. */
export interface Kind {
  readonly type: EntityType;
  readonly name: string;
  /** What a look at it tells. */
  readonly examine: string;
  /** Verbs that can be done to it beside `examine`, the first by default. */
  readonly verbs: readonly string[];
  readonly level?: number;
  readonly hitpoints?: number;
  /** Tiles around its spawn that it roams; absent for what stands still. */
  readonly wanderTiles?: number;
}

/** How something is done to something. The simulation walks the actor up, faces the target, and calls `act`. */
export interface Verb {
  /** Where the actor must be: next to it, or within sight of it. */
  readonly reach: 'beside' | 'view';
  act(turn: Turn, actor: PlayerEntity, target: Entity): Refusal;
}

/** Where something is from the beginning, and comes back to. */
export interface Spawn {
  readonly kind: string;
  readonly x: number;
  readonly z: number;
}

/** Answers one request: sets an intent and returns, or refuses with a sentence. */
export type RequestHandler<N extends WorldRequestName> = (
  turn: Turn,
  player: PlayerEntity,
  payload: RequestPayload<N>,
) => Refusal;
export type RequestHandlers = { readonly [N in WorldRequestName]: RequestHandler<N> };

/**
 * The game, as the simulation needs it. The simulation knows the shape and no name in it: a second
 * game is a second value of this type.
 */
export interface Rules {
  readonly terrain: Terrain;
  /** Where a character that was never anywhere appears: a tile within `spawnTiles` of this one. */
  readonly spawn: Tile;
  readonly spawnTiles: number;
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly spawns: readonly Spawn[];
  readonly verbs: Readonly<Record<string, Verb>>;
  /** Length of each emote in ticks. */
  readonly emotes: Readonly<Record<string, number>>;
  /** Experience that everybody has at least, by skill. */
  readonly startingSkills: Readonly<Record<string, number>>;
  /** Level shown over a head, from experience by skill. */
  levelOf(skills: Readonly<Record<string, number>>): number;
  /** What the game adds to or puts in place of the simulation's own handlers. */
  readonly requests: Partial<RequestHandlers>;
}
