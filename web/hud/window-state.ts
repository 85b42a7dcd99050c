import { signal } from '@preact/signals';

/** The windows of the side panel (a sheet at the bottom on a phone). A window that has nothing to show does not exist. */
export const PANEL_TABS = ['nearby', 'emotes', 'settings', 'help'] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

/** Narrower or lower than this the interface is that of a phone. */
const COMPACT_QUERY = '(max-width: 699px), (max-height: 479px)';

/** What is open. Belongs to the panels alone: the game neither reads nor writes it. */
export const windows = {
  tab: signal<PanelTab | undefined>(undefined),
  /** On a phone the chat is a few lines until it is opened. */
  chatOpen: signal(false),
  compact: signal(false),
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

/** Follows the size of the window. Returns what stops it. */
export function watchCompact(page: Window): () => void {
  const query = page.matchMedia(COMPACT_QUERY);
  const apply = (): void => {
    windows.compact.value = query.matches;
    if (query.matches) windows.tab.value = undefined;
    else windows.tab.value ??= 'nearby';
  };
  apply();
  query.addEventListener('change', apply);
  return () => query.removeEventListener('change', apply);
}
