/// <reference types="vite/client" />
import { mountHud } from '../../hud/mount.tsx';
import type { HudPorts } from '../../hud/ports.ts';
import { type HudActions, hud } from '../../hud/state.ts';
import { attachInput } from '../../input/attach.ts';
import { LABELS, SCENES, type SceneName } from './scenes.ts';

/**
 * A page to look at the interface without a world: `/run/hud-gallery/?scene=menu`. It is served by the development server and
 * is no entry of the production build. Actions are printed to the console.
 */
const query = new URLSearchParams(location.search);
const canvas = document.querySelector('canvas');
const root = document.querySelector<HTMLElement>('#hud');
if (canvas === null || root === null) throw new Error('the page lacks its canvas or its root');

const noted =
  (name: string) =>
  (...details: unknown[]): void =>
    console.info(name, ...details);

const actions: HudActions = {
  playAsGuest: noted('playAsGuest'),
  chooseCharacter: noted('chooseCharacter'),
  openCreation: () => show('create'),
  openCharacters: () => show('characters'),
  createCharacter: noted('createCharacter'),
  say: noted('say'),
  emote: noted('emote'),
  toggleRunning() {
    hud.running.value = !hud.running.value;
  },
  walkTo: noted('walkTo'),
  faceNorth() {
    hud.cameraYaw.value = 0;
  },
  actOn: noted('actOn'),
  openMenuOf(id, x, y) {
    hud.menu.value = { x, y, options: menuOptions(id) };
  },
  retryNow: noted('retryNow'),
  setQuality: noted('setQuality'),
  logout: () => show('login'),
};

const ports: HudPorts = {
  random: () => 0.37,
  now: () => 0,
  store: { getItem: () => null, setItem: noted('store') },
  async createPreview(target) {
    const { paintPaperDoll } = await import('./paper-doll.ts');
    let turned = 0;
    return {
      show: (look) => paintPaperDoll(target, look),
      turn(radians) {
        turned += radians;
        console.info('turned', turned);
      },
      dispose: noted('dispose'),
    };
  },
  sound: noted('sound'),
};

function menuOptions(target: string) {
  return ['Talk to', 'Follow', 'Examine'].map((verb) => ({ verb, target, run: noted(verb) }));
}

function show(name: SceneName): void {
  SCENES[name]();
}

const interfaceOfPage = mountHud(root, actions, ports);
const input = attachInput(canvas, {
  onPrimary(x, y) {
    console.info('primary', x, y);
    return true;
  },
  onMenu(x, y) {
    hud.menu.value = { x, y, options: menuOptions('Rowan') };
  },
  onHover: () => undefined,
  onHold: noted('hold'),
  onStep: noted('step'),
  onCommand(command) {
    if (command === 'chat') interfaceOfPage.focusChat();
    if (command === 'help') interfaceOfPage.toggleHelp();
    if (command === 'escape') interfaceOfPage.closeTop();
    if (command === 'faceNorth') actions.faceNorth();
    if (command === 'toggleRun') actions.toggleRunning();
  },
  onRotate(yaw) {
    hud.cameraYaw.value += yaw;
  },
  onZoom: noted('zoom'),
  cameraYaw: () => hud.cameraYaw.value,
});

const scene = query.get('scene') ?? 'login';
hud.scale.value = Number(query.get('scale') ?? 100);
if (scene in SCENES) show(scene as SceneName); // The line before says that it is one.
// The tests change scenes without loading the page anew.
document.addEventListener('scene', (event) => {
  if (event instanceof CustomEvent && event.detail in SCENES) show(event.detail);
});
// A picture of the world to judge the interface against: dropped on the page or named by the one who drives it.
document.addEventListener('backdrop', (event) => {
  if (event instanceof CustomEvent) canvas.style.background = `center / cover url("${String(event.detail)}")`;
});
requestAnimationFrame(function frame(nowMs: number): void {
  input.frame(nowMs);
  interfaceOfPage.labels.update(hud.screen.value.kind === 'playing' ? LABELS : []);
  requestAnimationFrame(frame);
});
