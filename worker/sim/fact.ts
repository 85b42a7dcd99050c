import type { LeaveReason } from './command.ts';
import type { EntityId, PlayerEntity } from './components.ts';

/**
 * What happened, in the past tense and as plain data. The simulation never waits for an answer to
 * one; who is told, and how, is the event bridge's table.
 */
export type Fact =
  | { readonly kind: 'joined'; readonly id: EntityId }
  /** A character is out of the region; `entity` is how it left. */
  | { readonly kind: 'left'; readonly id: EntityId; readonly reason: LeaveReason; readonly entity: PlayerEntity }
  /** A sentence to the player: their request cannot be done. */
  | { readonly kind: 'refused'; readonly id: EntityId; readonly text: string; readonly request: string }
  /** A sentence to the player, not about a request. */
  | { readonly kind: 'noticed'; readonly id: EntityId; readonly text: string }
  /** Spoken aloud, heard by whoever sees the speaker. */
  | { readonly kind: 'said'; readonly id: EntityId; readonly name: string; readonly message: string }
  /** No input for five minutes: the connection ends, the body stays for a while. */
  | { readonly kind: 'idled'; readonly id: EntityId }
  /** The player asked to leave; the shell lets the character go. */
  | { readonly kind: 'departed'; readonly id: EntityId; readonly reason: LeaveReason }
  /** One entity's turn failed. The world goes on without it. */
  | { readonly kind: 'faulted'; readonly id: EntityId; readonly phase: string; readonly message: string };

export type FactKind = Fact['kind'];
