import { hud, type Volumes } from './state.ts';

/** Scale of the interface in percent. */
export const SCALE_MIN = 80;
export const SCALE_MAX = 150;
export const SCALE_STEP = 10;

export const QUALITIES = ['high', 'medium', 'low', 'potato'] as const;
export type Quality = (typeof QUALITIES)[number];

/** What the player chose and the browser remembers. */
export interface Settings {
  readonly scale: number;
  readonly quality: Quality;
  readonly volumes: Volumes;
}

/** The part of `Storage` that settings need. */
export type SettingsStore = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'larkmark.settings';

/** Settings from stored text. Whatever is missing or out of range takes the value of `fallback`. */
export function parseSettings(text: string | null, fallback: Settings): Settings {
  const stored = parseRecord(text);
  const volumes = isRecord(stored.volumes) ? stored.volumes : {};
  return {
    scale: inRange(stored.scale, SCALE_MIN, SCALE_MAX) ?? fallback.scale,
    quality: QUALITIES.find((quality) => quality === stored.quality) ?? fallback.quality,
    volumes: {
      master: inRange(volumes.master, 0, 100) ?? fallback.volumes.master,
      music: inRange(volumes.music, 0, 100) ?? fallback.volumes.music,
      effects: inRange(volumes.effects, 0, 100) ?? fallback.volumes.effects,
      ambience: inRange(volumes.ambience, 0, 100) ?? fallback.volumes.ambience,
    },
  };
}

/** Puts what the browser remembers into the state. */
export function loadSettings(store: SettingsStore): void {
  const settings = parseSettings(store.getItem(KEY), currentSettings());
  hud.scale.value = settings.scale;
  hud.quality.value = settings.quality;
  hud.volumes.value = settings.volumes;
}

/** Remembers the settings as they are. A browser without room for them plays on without. */
export function saveSettings(store: SettingsStore): void {
  try {
    store.setItem(KEY, JSON.stringify(currentSettings()));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function currentSettings(): Settings {
  return { scale: hud.scale.value, quality: hud.quality.value, volumes: hud.volumes.value };
}

function parseRecord(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isRecord(value) ? value : {};
  } catch {
    return {}; // Text that is not JSON was not written by us: start over.
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function inRange(value: unknown, least: number, most: number): number | undefined {
  return typeof value === 'number' && value >= least && value <= most ? value : undefined;
}
