import type { JSX } from 'preact';
import { ChatPanel } from './chat/chat-panel.tsx';
import { Minimap } from './map/minimap.tsx';
import { HealthOrb, RunOrb } from './map/orbs.tsx';
import { ContextMenu } from './menu/context-menu.tsx';
import { ConnectionOverlay, LagSign } from './overlay/connection.tsx';
import { HoverText } from './overlay/hover-text.tsx';
import { Notice } from './overlay/notice.tsx';
import { SidePanel } from './panel/side-panel.tsx';

/** Everything around the scene while playing. */
export function GameScreen(): JSX.Element {
  return (
    <main class="game">
      <HoverText />
      <Notice />
      <div class="map-corner">
        <HealthOrb />
        <RunOrb />
        <Minimap />
        <LagSign />
      </div>
      <ChatPanel />
      <SidePanel />
      <ContextMenu />
      <ConnectionOverlay />
    </main>
  );
}
