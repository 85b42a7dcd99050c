import type { Object3D } from 'three';
import type { Actor } from './view.ts';

/** Moment of a frame for whatever draws actors. World coordinates. */
export interface ActorFrame {
  readonly nowMs: number;
  readonly deltaMs: number;
  readonly actors: Iterable<Actor>;
  /** Height of the walking ground, decks included. */
  heightAt(x: number, z: number): number;
}

/** Draws people and creatures. */
export interface ActorDrawing {
  readonly object: Object3D;
  update(frame: ActorFrame): void;
  /** Height of an actor's head above the ground, in tiles. */
  headHeight(actor: Actor): number;
  dispose(): void;
}
