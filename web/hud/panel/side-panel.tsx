import helpIcon from 'lucide-static/icons/circle-question-mark.svg?raw';
import settingsIcon from 'lucide-static/icons/settings.svg?raw';
import emotesIcon from 'lucide-static/icons/smile.svg?raw';
import nearbyIcon from 'lucide-static/icons/users.svg?raw';
import closeIcon from 'lucide-static/icons/x.svg?raw';
import type { ComponentType, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { ChatButton } from '../chat/chat-panel.tsx';
import { useHud } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { moveFocus } from '../parts/roving.ts';
import { SCROLLS } from '../parts/scrolls.ts';
import { PANEL_TABS, type PanelTab, togglePanel, windows } from '../window-state.ts';
import { EmotesWindow } from './emotes.tsx';
import { HelpWindow } from './help.tsx';
import { NearbyWindow } from './nearby.tsx';
import { SettingsWindow } from './settings.tsx';

const WINDOWS: Record<PanelTab, { readonly title: string; readonly icon: string; readonly content: ComponentType }> = {
  nearby: { title: 'Nearby', icon: nearbyIcon, content: NearbyWindow },
  emotes: { title: 'Emotes', icon: emotesIcon, content: EmotesWindow },
  settings: { title: 'Settings', icon: settingsIcon, content: SettingsWindow },
  help: { title: 'Help', icon: helpIcon, content: HelpWindow },
};

/** The frame with the windows' icons; on a phone a bar at the bottom whose windows rise as a sheet. */
export function SidePanel(): JSX.Element {
  const tab = windows.tab.value;
  const compact = windows.compact.value;
  return (
    <section class={compact ? 'side' : 'side panel'} aria-label="Windows">
      {!compact && <TabBar />}
      {tab !== undefined && <OpenWindow tab={tab} />}
      {compact && <TabBar />}
    </section>
  );
}

function TabBar(): JSX.Element {
  const { ports } = useHud();
  const bar = useRef<HTMLDivElement>(null);
  const open = windows.tab.value;
  const stop = open ?? PANEL_TABS[0];
  const toggle = (tab: PanelTab): void => {
    ports.sound(windows.tab.value === tab ? 'close' : 'open');
    togglePanel(tab);
  };
  return (
    <div class={windows.compact.value ? 'tab-bar panel' : 'tab-bar'}>
      {windows.compact.value && <ChatButton />}
      <div
        ref={bar}
        class="tab-buttons"
        role="toolbar"
        aria-label="Windows"
        onKeyDown={(event) => bar.current !== null && moveFocus(event, bar.current, '.tab-button', 'row')}
      >
        {PANEL_TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            class="tab-button"
            aria-expanded={open === tab}
            aria-label={WINDOWS[tab].title}
            title={WINDOWS[tab].title}
            tabIndex={stop === tab ? 0 : -1}
            onClick={() => toggle(tab)}
          >
            <Icon svg={WINDOWS[tab].icon} />
          </button>
        ))}
      </div>
    </div>
  );
}

function OpenWindow({ tab }: { tab: PanelTab }): JSX.Element {
  const { title, content: Content } = WINDOWS[tab];
  return (
    <section class={windows.compact.value ? 'window panel' : 'window'} aria-label={title}>
      <header class="sheet-head">
        <h2>{title}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={`Close ${title.toLowerCase()}`}
          onClick={() => togglePanel(tab)}
        >
          <Icon svg={closeIcon} />
        </button>
      </header>
      <div class="window-body" {...SCROLLS}>
        <Content />
      </div>
    </section>
  );
}
