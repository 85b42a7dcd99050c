import { withLine } from '../../hud/chat/chat-log.ts';
import { closeText } from '../../hud/overlay/close-text.ts';
import { type ChatLine, type Dot, hud, type Label, type MapLayer, type Screen } from '../../hud/state.ts';
import { type PanelTab, windows } from '../../hud/window-state.ts';

/** Every state of the interface worth looking at. */
export const SCENES = {
  login: () => title({ kind: 'login', busy: false }),
  'login-busy': () => title({ kind: 'login', busy: true }),
  'login-error': () =>
    title({ kind: 'login', busy: false, error: 'The world cannot be reached. Check your network, then try again.' }),
  characters: () =>
    title({
      kind: 'characters',
      busy: false,
      characters: [
        { id: 'a', name: 'Rowan', region: 'hearthvale', combatLevel: 12, totalLevel: 148 },
        { id: 'b', name: 'Old Tom', region: 'hearthvale', combatLevel: 3, totalLevel: 20 },
      ],
    }),
  create: () => title({ kind: 'create', busy: false, canGoBack: true }),
  'create-error': () =>
    title({ kind: 'create', busy: false, error: 'Somebody already has this name. Choose another.' }),
  loading: () => title({ kind: 'loading', share: 0.62, step: 'Raising the hills' }),
  playing: () => play('nearby'),
  emotes: () => play('emotes'),
  settings: () => play('settings'),
  help: () => play('help'),
  closed: () => play(undefined),
  chat() {
    play(undefined);
    windows.chatOpen.value = true;
  },
  menu() {
    play('nearby');
    hud.menu.value = { x: Math.min(420, innerWidth - 20), y: 430, options: MENU };
  },
  lagging() {
    play('nearby');
    hud.connection.value = { kind: 'lagging' };
  },
  reconnecting() {
    play('nearby');
    hud.connection.value = { kind: 'reconnecting', attempt: 3, retryAtMs: 3600 };
  },
  disconnected() {
    play('nearby');
    hud.connection.value = { kind: 'closed', ...closeText(4000) };
  },
} as const;

export type SceneName = keyof typeof SCENES;

const nothing = (): void => undefined;

function title(screen: Screen): void {
  hud.screen.value = screen;
}

const MENU = [
  { verb: 'Chop down', target: 'Oak', run: nothing },
  { verb: 'Walk here', target: undefined, run: nothing },
  { verb: 'Examine', target: 'Oak', run: nothing },
  { verb: 'Cancel', target: undefined, run: nothing },
];

const LINES: readonly Omit<ChatLine, 'id'>[] = [
  { channel: 'game', sender: undefined, text: 'Welcome to the Larkmark. Press ? for the controls.' },
  { channel: 'public', sender: 'Mira', text: 'anyone selling oak logs? 40 each' },
  { channel: 'public', sender: 'Tobin', text: 'at the stall by the bridge, 55' },
  { channel: 'game', sender: undefined, text: 'You swing your axe at the tree.' },
  { channel: 'private', sender: 'From Wren', text: 'meet me at the hearth-stone' },
  { channel: 'game', sender: undefined, text: 'You get some logs.' },
  { channel: 'error', sender: undefined, text: 'You cannot reach that.' },
];

/** Where the labels stand for a window of 1280 by 720. */
export const LABELS: readonly Label[] = [
  { id: 'own', x: 800, y: 398, name: 'Rowan', kind: 'own', level: undefined, said: 'hello world', health: 0.9 },
  { id: 'goblin', x: 553, y: 398, name: 'Goblin raider', kind: 'creature', level: 5, said: undefined, health: 0.45 },
  {
    id: 'aldric',
    x: 640,
    y: 376,
    name: 'Sir Aldric',
    kind: 'player',
    level: undefined,
    said: undefined,
    health: undefined,
  },
  {
    id: 'issa',
    x: 200,
    y: 330,
    name: 'Warden Issa',
    kind: 'person',
    level: undefined,
    said: 'Mind the step, and be welcome in Larkmere.',
    health: undefined,
  },
];

function play(tab: PanelTab | undefined): void {
  hud.screen.value = { kind: 'playing' };
  hud.connection.value = { kind: 'online' };
  hud.characterName.value = 'Rowan';
  hud.chat.value = LINES.reduce<readonly ChatLine[]>((log, line) => withLine(log, line), []);
  hud.hover.value = { verb: 'Attack', target: 'Goblin raider (level 5)', more: 3 };
  hud.health.value = { current: 27, max: 32 };
  hud.runEnergy.value = 91.4;
  hud.running.value = true;
  hud.cameraYaw.value = 0.35;
  hud.roundTripMs.value = 48;
  hud.minimap.value = { layer: mapLayer(), x: 64, z: 64, dots: DOTS, destination: { x: 70, z: 71 } };
  hud.nearby.value = [
    { id: 'issa', name: 'Warden Issa', kind: 'person', level: undefined, tiles: 1, verb: 'Talk to' },
    { id: 'aldric', name: 'Sir Aldric', kind: 'player', level: undefined, tiles: 3, verb: 'Follow' },
    { id: 'goblin', name: 'Goblin raider', kind: 'creature', level: 5, tiles: 4, verb: 'Attack' },
    { id: 'nessa', name: 'Nessa', kind: 'person', level: undefined, tiles: 9, verb: 'Talk to' },
    { id: 'hen', name: 'Moorhen', kind: 'creature', level: 1, tiles: 11, verb: 'Attack' },
  ];
  hud.notice.value = { id: 1, title: 'Hearthvale', text: 'The village of Larkmere' };
  windows.tab.value = tab;
}

const DOTS: readonly Dot[] = [
  { x: 60, z: 66, kind: 'person' },
  { x: 67, z: 67, kind: 'player' },
  { x: 58, z: 58, kind: 'creature' },
  { x: 69, z: 60, kind: 'creature' },
  { x: 73, z: 58, kind: 'item' },
  { x: 62, z: 72, kind: 'player' },
];

/** A map of meadow, path, river, roofs and trees, drawn for the gallery only. */
function mapLayer(): MapLayer {
  const pixelsPerTile = 4;
  const side = 128 * pixelsPerTile;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const paint = canvas.getContext('2d');
  if (paint === null) throw new Error('no 2D canvas');
  paint.fillStyle = '#5c8a3a';
  paint.fillRect(0, 0, side, side);
  for (let i = 0; i < 260; i++) {
    paint.fillStyle = i % 2 === 0 ? '#3d6a2a' : '#6d9a45';
    paint.beginPath();
    paint.arc((i * 197) % side, (i * 331) % side, i % 2 === 0 ? 5 : 9, 0, 7);
    paint.fill();
  }
  paint.lineWidth = 34;
  paint.strokeStyle = '#3f87c4';
  paint.beginPath();
  paint.moveTo(0, 230);
  paint.bezierCurveTo(200, 160, 300, 260, side, 190);
  paint.stroke();
  paint.lineWidth = 11;
  paint.strokeStyle = '#b99a63';
  paint.beginPath();
  paint.moveTo(300, 0);
  paint.bezierCurveTo(240, 200, 330, 300, 240, side);
  paint.stroke();
  paint.fillStyle = '#7a4a2c';
  for (const [x, y] of [
    [190, 280],
    [320, 250],
    [290, 310],
    [210, 330],
  ])
    paint.fillRect(x ?? 0, y ?? 0, 20, 16);
  return { image: paint.getImageData(0, 0, side, side), originX: 0, originZ: 0, pixelsPerTile };
}
