/** The page: the title at once, the game when somebody has chosen whom to play. */
import { effect } from '@preact/signals';
import { FIRST_REGION, isRegionId } from '../shared/content/regions.ts';
import type { ApiCharacter } from './api.ts';
import { createAudio } from './audio/audio.ts';
import type { Game } from './game/game.ts';
import { mountHud } from './hud/mount.tsx';
import type { LookPreview } from './hud/ports.ts';
import { type HudActions, hud } from './hud/state.ts';
import { createSignIn } from './sign-in.ts';

const canvas = requireElement('world', HTMLCanvasElement);
/** How long the title has the network for itself. */
const GAME_LOAD_DELAY_MS = 1000;
let game: Game | undefined;
/** Begins when the title is shown, so that the game is there when somebody has chosen. */
const loadGame = () => import('./game/game.ts');

const audio = createAudio(Math.random);
effect(() => audio.setLevels(hud.volumes.value));
const signIn = createSignIn(localStorage, enter);
const actions: HudActions = {
  playAsGuest: () => void signIn.playAsGuest(),
  chooseCharacter: (id) => void signIn.choose(id),
  openCreation: () => signIn.openCreation(),
  openCharacters: () => void signIn.showCharacters(),
  createCharacter: (name, look) => void signIn.create(name, look),
  say: (text) => void game?.client.say(text),
  emote: (name) => void game?.client.emote(name),
  toggleRunning: () => void game?.client.setRunning(!game.client.own.running),
  walkTo: (x, z) => game?.pointing.walkTo(x, z),
  faceNorth: () => game?.scene.camera.faceNorth(),
  actOn: (id) => game?.pointing.actOn(id),
  openMenuOf: (id, x, y) => game?.pointing.menuOf(id, x, y),
  retryNow: () => game?.client.connect(),
  setQuality: (quality) => game?.scene.setQuality(quality),
  logout: () => void leave(),
};
const panel = mountHud(requireElement('hud', HTMLElement), actions, {
  random: Math.random,
  now: () => performance.now(),
  store: localStorage,
  createPreview,
  sound: (sound) => audio.effect(sound),
});

void signIn.resume();
// Not every browser has idle callbacks; a second after the title there is time anywhere.
setTimeout(() => void loadGame(), GAME_LOAD_DELAY_MS);

async function enter(character: ApiCharacter): Promise<void> {
  hud.characterName.value = character.name;
  hud.screen.value = { kind: 'loading', share: 0, step: 'Lacing boots' };
  const { startGame } = await loadGame();
  game?.stop();
  const region = isRegionId(character.region) ? character.region : FIRST_REGION;
  game = await startGame({ canvas, panel, audio, region, characterId: character.id, token: signIn.token });
}

/** The person of character creation: the renderer and the models are fetched when they are first looked at. */
async function createPreview(target: HTMLCanvasElement): Promise<LookPreview> {
  const [preview, { openAssets }] = await Promise.all([import('./scene/preview.ts'), import('./game/assets.ts')]);
  const { load } = await openAssets(() => undefined);
  return preview.createPreview(target, load);
}

/** Says goodbye in order; the body leaves with the next tick. */
async function leave(): Promise<void> {
  await game?.logout();
  game?.stop();
  game = undefined;
  hud.chat.value = [];
  await signIn.showCharacters();
}

function requireElement<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page has no #${id}`);
  return element;
}
