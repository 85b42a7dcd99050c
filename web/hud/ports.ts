import type { Look } from '../../shared/protocol/entity.ts';
import type { SettingsStore } from './settings.ts';

/** How somebody looks without what they wear. */
export type ChosenLook = Omit<Look, 'worn'>;

/** A person on a canvas of their own, as character creation shows them. */
export interface LookPreview {
  show(look: ChosenLook): void;
  /** Turns the person by an angle in radians. */
  turn(radians: number): void;
  dispose(): void;
}

/** Sounds of the interface itself. */
export type HudSound = 'click' | 'open' | 'close' | 'message' | 'error';

/** What the panels need of the page, given by whoever mounts them. */
export interface HudPorts {
  /** Uniform in 0 (included) to 1. */
  random(): number;
  /** Milliseconds, on the clock of `ConnectionState.retryAtMs`. */
  now(): number;
  readonly store: SettingsStore;
  /** Draws the person of character creation; loads the renderer, which the panels must not import. */
  createPreview(canvas: HTMLCanvasElement): Promise<LookPreview>;
  sound(sound: HudSound): void;
}
