import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { CHAT_INPUT_ID } from './chat/chat-panel.tsx';
import { HudContext } from './context.ts';
import './hud.css';
import { createLabels, type Labels } from './labels/labels.ts';
import type { HudPorts } from './ports.ts';
import { loadSettings } from './settings.ts';
import { type HudActions, hud } from './state.ts';
import { followLayout, toggleChat, togglePanel, windows } from './window-state.ts';

/** The interface, as the main loop holds it. */
export interface Hud {
  /** Names, bars and speech over heads: give it the labels of every frame. */
  readonly labels: Labels;
  /** Puts the cursor into the chat. */
  focusChat(): void;
  toggleHelp(): void;
  /** What Escape does: closes the uppermost thing that is open. False where nothing was. */
  closeTop(): boolean;
  dispose(): void;
}

/**
 * Puts the interface into `root`, which lies over the canvas. The remembered settings are in `hud` when it returns.
 *
 * @param root an empty element as large as the window
 */
export function mountHud(root: HTMLElement, actions: HudActions, ports: HudPorts): Hud {
  loadSettings(ports.store);
  root.classList.add('hud');
  const labels = createLabels(root);
  const screens = document.createElement('div');
  screens.className = 'screens';
  root.append(screens);
  const stops = [followLayout(root), followScale(), followScreen(root)];
  render(
    <HudContext.Provider value={{ actions, ports }}>
      <App />
    </HudContext.Provider>,
    screens,
  );
  return {
    labels,
    focusChat,
    toggleHelp: () => togglePanel('help'),
    closeTop,
    dispose() {
      for (const stop of stops) stop();
      render(null, screens);
      screens.remove();
      labels.dispose();
    },
  };
}

/** Everything is measured in rem, so the size of the root's type is the scale of the interface. */
function followScale(): () => void {
  return effect(() => {
    document.documentElement.style.fontSize = `${(16 * hud.scale.value) / 100}px`;
  });
}

/** Which screen is shown, for the style sheet: before playing nothing shows through and the labels are gone. */
function followScreen(root: HTMLElement): () => void {
  return effect(() => {
    root.dataset.screen = hud.screen.value.kind;
  });
}

function focusChat(): void {
  if (windows.compact.value && !windows.chatOpen.value) toggleChat();
  // The field of a chat that was just opened exists after the next rendering.
  requestAnimationFrame(() => document.getElementById(CHAT_INPUT_ID)?.focus());
}

function closeTop(): boolean {
  if (hud.menu.value !== undefined) {
    hud.menu.value = undefined;
    return true;
  }
  if (windows.compact.value && windows.chatOpen.value) {
    windows.chatOpen.value = false;
    return true;
  }
  if (windows.tab.value !== undefined) {
    windows.tab.value = undefined;
    return true;
  }
  return false;
}
