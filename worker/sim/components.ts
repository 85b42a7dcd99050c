import type { EntityType, Health, Look } from '../../shared/protocol/entity.ts';
import type { Direction } from '../../shared/space/tile.ts';

/** Unique in the world, never used again. */
export type EntityId = string;

/**
 * An entity: an id with components. Plain data and nothing else: no class instance, no closure, no
 * reference to another entity but by id, because an object can be evicted at any moment and a
 * snapshot must hold all there is.
 *
 * Cold components (`look`, `player.skills`, `player.bag`) are replaced, never mutated: for the projections,
 * changed means `!==`. Hot ones are mutated and compared field by field.
 */
export interface Entity {
  readonly id: EntityId;
  /** Index in `World.slots`; entities take their turns in slot order. */
  readonly slot: number;
  readonly type: EntityType;
  /** Content id of its kind; `player` for players. */
  readonly kind: string;
  readonly name: string;
  /** Combat level, for what can fight. */
  level?: number;
  position: Position;
  mobile?: Mobile;
  wander?: Wander;
  health?: Health;
  look?: Look;
  emote?: Emote;
  /** Long action in progress: walk up, face, do. */
  intent?: Intent;
  player?: Player;
}

export interface Position {
  x: number;
  z: number;
  heading: Direction;
}

/** Walks. */
export interface Mobile {
  /** Steps still to take. */
  route: Direction[];
  /** Steps taken in this tick, none to two. */
  taken: Direction[];
  /** Moved in this tick by other means than steps. */
  jumped: boolean;
  /** The tile left last: where a follower heads for. */
  behind: { x: number; z: number };
}

/** Roams around its spawn. */
export interface Wander {
  readonly homeX: number;
  readonly homeZ: number;
  /** Tiles from home that it roams. */
  readonly rangeTiles: number;
  goal?: { x: number; z: number };
  /** Ticks without a step while away from home. */
  stuckTicks: number;
}

export interface Emote {
  readonly name: string;
  readonly untilTick: number;
}

/** Something that takes more than a tick, as data. */
export type Intent =
  | { readonly kind: 'act'; readonly verb: string; readonly targetId: EntityId; readonly request: string }
  /** `goal` is where the route leads that was searched last. */
  | {
      readonly kind: 'follow';
      readonly targetId: EntityId;
      readonly goal?: { readonly x: number; readonly z: number };
    };

/** A move that waits for its tick. */
export interface WaitingMove {
  readonly x: number;
  readonly z: number;
  readonly running: boolean;
  readonly seq: number;
  readonly at: number;
}

/** One filled slot of a bag. */
export interface BagStack {
  readonly slot: number;
  readonly itemId: string;
  readonly quantity: number;
}

/** What only a player's character has. */
export interface Player {
  readonly account: string;
  /** Which lease of the character this body is. */
  readonly epoch: number;
  /** Whether a socket is attached. */
  connected: boolean;
  /** Tick at which the socket went; meaningless while connected. */
  lostTick: number;
  /** Tick of the last request. */
  inputTick: number;
  idleWarned: boolean;
  /** Moves that wait for their tick, oldest first. */
  moves: WaitingMove[];
  /** `seq` of the last move applied. */
  moveSeq: number;
  /** Whether the last move was applied in this tick. */
  moveApplied: boolean;
  /** The run switch. */
  running: boolean;
  /** The current move was asked to run whatever the switch says. */
  runningMove: boolean;
  /** 0 to 10,000. */
  runEnergy: number;
  /** Sort key of the process order, and the tick at which it is rolled again. */
  turn: number;
  turnUntilTick: number;
  /** Experience by skill id. */
  skills: Readonly<Record<string, number>>;
  /** What is carried, by slot, lowest first. */
  bag: readonly BagStack[];
  /** Coins in the pouch. */
  coins: number;
  /** What the character brought that this region does not interpret; returned as it came. */
  readonly carried: Readonly<Record<string, unknown>>;
}

/** An entity before it has a slot. */
export type NewEntity = Omit<Entity, 'slot'>;

/** An entity that walks. */
export type MobileEntity = Entity & { mobile: Mobile };
/** An entity that is a player's character. */
export type PlayerEntity = MobileEntity & { player: Player };

export function isMobile(entity: Entity): entity is MobileEntity {
  return entity.mobile !== undefined;
}

export function isPlayer(entity: Entity | undefined): entity is PlayerEntity {
  return entity?.player !== undefined && entity.mobile !== undefined;
}
