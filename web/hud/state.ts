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

/** The still part of the minimap: one region drawn from above. */
export interface MapLayer {
  /** The top row of pixels is the region's north edge. */
  readonly image: ImageData;
  /** World coordinates of the region's south-west corner. */
  readonly originX: number;
  readonly originZ: number;
  readonly pixelsPerTile: number;
}

/** What the minimap shows; written at 5 to 10 Hz. */
export interface MinimapView {
  readonly layer: MapLayer | undefined;
  /** Centre: where the own character is drawn, in world coordinates. */
  readonly x: number;
  readonly z: number;
  readonly dots: readonly Dot[];
  /** Where the own character is walking to. */
  readonly destination: { readonly x: number; readonly z: number } | undefined;
}

/** Somebody near the own character: how the keyboard and a screen reader reach them. */
export interface NearbyRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'player' | 'person' | 'creature';
  readonly level: number | undefined;
  /** Chebyshev distance in tiles. */
  readonly tiles: number;
  /** What the first verb is, for example `Talk to`. */
  readonly verb: string;
}

/** Loudness in percent, 0 to 100. */
export interface Volumes {
  readonly master: number;
  readonly music: number;
  readonly effects: number;
  readonly ambience: number;
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
  | {
      readonly kind: 'characters';
      readonly characters: readonly CharacterRow[];
      readonly error?: string;
      readonly busy: boolean;
    }
  | { readonly kind: 'create'; readonly error?: string; readonly busy: boolean; readonly canGoBack?: boolean }
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
  volumes: signal<Volumes>({ master: 80, music: 50, effects: 80, ambience: 70 }),
  minimap: signal<MinimapView | undefined>(undefined),
  /** Nearest first. */
  nearby: signal<readonly NearbyRow[]>([]),
  /** A banner at the top for some seconds: where one arrives, what is about to happen. A new id shows it again. */
  notice: signal<{ readonly id: number; readonly title: string; readonly text: string | undefined } | undefined>(
    undefined,
  ),
};

/** What the panels ask of the game. */
export interface HudActions {
  playAsGuest(): void;
  chooseCharacter(id: string): void;
  openCreation(): void;
  /** Back from creation to the list of characters; offered only where there is one. */
  openCharacters(): void;
  createCharacter(name: string, look: Omit<Look, 'worn'>): void;
  say(text: string): void;
  emote(name: string): void;
  toggleRunning(): void;
  walkTo(x: number, z: number): void;
  faceNorth(): void;
  /** Does the first verb of somebody in `hud.nearby`. */
  actOn(id: string): void;
  /** Opens the menu of somebody in `hud.nearby` at a place on the screen, in CSS pixels. */
  openMenuOf(id: string, x: number, y: number): void;
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
