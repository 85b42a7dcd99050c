import type { Health, Look } from '../../shared/protocol/entity.ts';
import type { Request, RequestName } from '../../shared/protocol/requests.ts';
import type { Direction } from '../../shared/space/tile.ts';
import type { BagStack, EntityId } from './components.ts';

/** Requests that the simulation answers. The two others are about the connection, not about the world. */
export type WorldRequestName = Exclude<RequestName, 'ping' | 'acknowledge'>;
export type WorldRequest = Extract<Request, { name: WorldRequestName }>;

/** A character as it enters a region. */
export interface Arrival {
  readonly name: string;
  readonly look: Look;
  /** World coordinates; absent for one that was never anywhere. */
  readonly at?: { readonly x: number; readonly z: number; readonly heading: Direction };
  readonly health: Health;
  readonly running: boolean;
  readonly runEnergy: number;
  readonly skills: Readonly<Record<string, number>>;
  readonly bag: readonly BagStack[];
  readonly coins: number;
  readonly carried: Readonly<Record<string, unknown>>;
}

/**
 * Everything that enters the simulation. What is not in the log of commands did not happen, so a
 * snapshot and the commands since then give the world again, bit for bit.
 */
export type Command =
  /** A character takes its place in the region. */
  | {
      readonly kind: 'join';
      readonly id: EntityId;
      readonly account: string;
      readonly epoch: number;
      readonly arrival: Arrival;
    }
  /** A socket was attached to a character. */
  | { readonly kind: 'connect'; readonly id: EntityId }
  /** The last socket of a character went. */
  | { readonly kind: 'disconnect'; readonly id: EntityId }
  /** A request of a connected player, at most five a tick. */
  | { readonly kind: 'request'; readonly id: EntityId; readonly request: WorldRequest }
  /** A character leaves the region for good: logged out, moved, removed. */
  | { readonly kind: 'leave'; readonly id: EntityId; readonly reason: LeaveReason }
  /** The region slept, or missed more slots than it makes up for one by one. */
  | { readonly kind: 'woken'; readonly elapsedTicks: number };

export type LeaveReason = 'logout' | 'lost' | 'evicted';
