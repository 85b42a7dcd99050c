import { effect, signal } from '@preact/signals';
import { hud } from './state.ts';

/** The windows of the side panel (a sheet at the bottom on a phone). A window that has nothing to show does not exist. */
export const PANEL_TABS = ['nearby', 'emotes', 'settings', 'help'] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

/** How the interface is laid out: as on a desktop, on a phone held upright, or on one held sideways. */
export type Layout = 'desktop' | 'upright' | 'sideways';

/** In a window narrower or lower than this, in CSS pixels at a scale of 100 %, the interface is that of a phone. */
const DESKTOP_WIDTH = 700;
const DESKTOP_HEIGHT = 480;

/** The layout for a window in CSS pixels: a large interface needs the room of a large window. @param scale percent */
export function layoutOf(width: number, height: number, scale: number): Layout {
  const ratio = 100 / scale;
  if (width * ratio >= DESKTOP_WIDTH && height * ratio >= DESKTOP_HEIGHT) return 'desktop';
  return width > height ? 'sideways' : 'upright';
}

/** What is open. Belongs to the panels alone: the game neither reads nor writes it. */
export const windows = {
  tab: signal<PanelTab | undefined>(undefined),
  /** On a phone the chat is a few lines until it is opened. */
  chatOpen: signal(false),
  compact: signal(false),
  /** Whether the layout has been decided once. */
  settled: signal(false),
};

/** Opens a window, or closes it where it is open. On a phone the chat and the sheet take turns. */
export function togglePanel(tab: PanelTab): void {
  windows.tab.value = windows.tab.value === tab ? undefined : tab;
  if (windows.compact.value && windows.tab.value !== undefined) windows.chatOpen.value = false;
}

export function toggleChat(): void {
  windows.chatOpen.value = !windows.chatOpen.value;
  if (windows.compact.value && windows.chatOpen.value) windows.tab.value = undefined;
}

/** Keeps the layout right as the window and the scale change, for the panels and, on `root`, for the style sheet. */
export function followLayout(root: HTMLElement): () => void {
  const apply = (): void => {
    const layout = layoutOf(window.innerWidth, window.innerHeight, hud.scale.value);
    const compact = layout !== 'desktop';
    root.dataset.layout = layout;
    root.classList.toggle('compact', compact);
    if (windows.compact.peek() === compact && windows.settled.peek()) return;
    windows.settled.value = true;
    windows.compact.value = compact;
    // A desktop begins with a window open, a phone with a free view.
    windows.tab.value = compact ? undefined : (windows.tab.peek() ?? PANEL_TABS[0]);
  };
  const stop = effect(apply);
  window.addEventListener('resize', apply);
  return () => {
    stop();
    window.removeEventListener('resize', apply);
  };
}
