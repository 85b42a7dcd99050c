import { signal } from '@preact/signals';
import type { Look } from '../../shared/protocol/entity.ts';

/** A line of the chat panel. */
export interface ChatLine {
  readonly id: number;
  readonly channel: 'public' | 'game' | 'private' | 'error';
  /** Absent for the game's own sentences. */
  readonly sender: string | undefined;
  readonly text: string;
}

/** One verb of a menu: what it does to what. */
export interface MenuOption {
  readonly verb: string;
  /** What it is done to, shown in colour; absent for "Walk here" and "Cancel". */
  readonly target: string | undefined;
  readonly run: () => void;
}

export interface Menu {
  readonly x: number;
  readonly y: number;
  readonly options: readonly MenuOption[];
}

export type ConnectionState =
  | { readonly kind: 'offline' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online' }
  /** Nothing heard for three ticks. */
  | { readonly kind: 'lagging' }
  | { readonly kind: 'reconnecting'; readonly attempt: number; readonly retryAtMs: number }
  /** Closed for good until the player acts; `text` says why and what to do. */
  | { readonly kind: 'closed'; readonly text: string; readonly canRetry: boolean };

/** A dot on the minimap, in world coordinates. */
export interface Dot {
  readonly x: number;
  readonly z: number;
  readonly kind: 'own' | 'player' | 'person' | 'creature' | 'item';
}

export interface CharacterRow {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly combatLevel: number;
  readonly totalLevel: number;
}

/** Which screen is shown. */
export type Screen =
  | { readonly kind: 'login'; readonly error?: string; readonly busy: boolean }
  | { readonly kind: 'characters'; readonly characters: readonly CharacterRow[]; readonly error?: string; readonly busy: boolean }
  | { readonly kind: 'create'; readonly error?: string; readonly busy: boolean }
  | { readonly kind: 'loading'; readonly share: number; readonly step: string }
  | { readonly kind: 'playing' };

/** Everything the panels show. The game writes, the panels read; they never write except to what is theirs alone. */
export const hud = {
  screen: signal<Screen>({ kind: 'login', busy: false }),
  connection: signal<ConnectionState>({ kind: 'offline' }),
  characterName: signal(''),
  chat: signal<readonly ChatLine[]>([]),
  menu: signal<Menu | undefined>(undefined),
  /** The first verb under the pointer, top left; empty over nothing. */
  hover: signal<{ verb: string; target: string | undefined; more: number } | undefined>(undefined),
  health: signal({ current: 10, max: 10 }),
  /** Percent. */
  runEnergy: signal(100),
  running: signal(false),
  /** Camera yaw in radians, for the compass. */
  cameraYaw: signal(0),
  roundTripMs: signal<number | undefined>(undefined),
  /** Interface scale in percent, 80 to 150. */
  scale: signal(100),
  quality: signal<'high' | 'medium' | 'low' | 'potato'>('high'),
};

/** What the panels ask of the game. */
export interface HudActions {
  playAsGuest(): void;
  chooseCharacter(id: string): void;
  openCreation(): void;
  createCharacter(name: string, look: Omit<Look, 'worn'>): void;
  say(text: string): void;
  emote(name: string): void;
  toggleRunning(): void;
  walkTo(x: number, z: number): void;
  faceNorth(): void;
  retryNow(): void;
  setQuality(quality: 'high' | 'medium' | 'low' | 'potato'): void;
  logout(): void;
}

/** What a label over somebody shows this frame, in CSS pixels. */
export interface Label {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly kind: 'own' | 'player' | 'person' | 'creature';
  readonly level: number | undefined;
  /** Overhead text, where something was said in the last seconds. */
  readonly said: string | undefined;
  /** Share of health to show as a bar; absent where none is shown. */
  readonly health: number | undefined;
}
