import type { GameClient } from '../../shared/client/game-client.ts';
import type { Hud } from '../hud/mount.tsx';
import { attachInput, type Input } from '../input/attach.ts';
import type { SceneView } from '../scene/view.ts';
import type { Pointing } from './pointing.ts';

/** Ties hands to deeds: pointers and keys on the canvas. */
export function connectControls(
  canvas: HTMLCanvasElement,
  scene: SceneView,
  client: GameClient,
  pointing: Pointing,
  panel: Hud,
): Input {
  return attachInput(canvas, {
    onPrimary: (x, y) => pointing.primary(x, y),
    onHold: (x, y) => pointing.hold(x, y),
    onMenu: (x, y) => pointing.menu(x, y),
    onHover: (at) => pointing.hover(at),
    onStep(dx, dz) {
      const { tile } = client.own;
      pointing.walkTo(tile.x + dx + 0.5, tile.z + dz + 0.5);
    },
    onRotate: (yaw, pitch) => scene.camera.orbit(yaw, pitch),
    onZoom: (tiles) => scene.camera.zoom(tiles),
    cameraYaw: () => scene.camera.yaw,
    onCommand(command) {
      if (command === 'chat') panel.focusChat();
      if (command === 'help') panel.toggleHelp();
      if (command === 'escape') panel.closeTop();
      if (command === 'faceNorth') scene.camera.faceNorth();
      if (command === 'toggleRun') client.setRunning(!client.own.running);
    },
  });
}
