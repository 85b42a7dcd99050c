import { CREATURES } from '../../../shared/content/creatures.ts';
import { HAIR_STYLES, personLook } from '../../../shared/content/looks.ts';
import { PEOPLE } from '../../../shared/content/people.ts';
import type { Look } from '../../../shared/protocol/entity.ts';
import type { Actor, ClipName, QualityName } from '../../scene/view.ts';

/** Actors in front of a camera. Three's coordinates. */
export interface Sheet {
  readonly actors: readonly Actor[];
  readonly camera: [number, number, number];
  readonly target: [number, number, number];
  readonly fov?: number;
  readonly quality?: QualityName;
  /** Time into the clips. */
  readonly ms?: number;
  /** Time by which each actor begins its clip before the next one: one movement, moment by moment. */
  readonly stepMs?: number;
}

export const CLIPS: readonly ClipName[] = [
  'idle',
  'walk',
  'run',
  'wave',
  'nod',
  'shake',
  'beckon',
  'bow',
  'cheer',
  'dance',
  'laugh',
  'cry',
  'think',
  'point',
  'sit',
  'clap',
  'shrug',
  'salute',
  'attack',
  'chop',
  'mine',
  'fish',
  'cook',
  'hurt',
  'die',
];

/** Toward the camera, which stands at positive z of three: south. */
const SOUTH = Math.PI;

let made = 0;

function actor(x: number, z: number, change: Partial<Actor> = {}): Actor {
  return {
    id: `actor-${made++}`,
    type: 'person',
    kind: undefined,
    look: undefined,
    x,
    z,
    yaw: SOUTH,
    clip: 'idle',
    speed: 0,
    ...change,
  };
}

function someone(seed: number, change: Partial<Look> = {}): Look {
  return { ...personLook(`somebody-${seed}`), ...change };
}

const row = (count: number, gap: number, at: number) => (at - (count - 1) / 2) * gap;
const speedOf = (clip: ClipName) => (clip === 'walk' ? 1.667 : clip === 'run' ? 3.333 : 0);

/** Eight moments of one clip side by side. */
function moments(clip: ClipName, stepMs: number, kind?: string): Sheet {
  const change = (at: number): Partial<Actor> =>
    kind === undefined ? { look: someone(at + 3, { colours: [1, at % 6, at, 0, 0] }) } : { type: 'creature', kind };
  return {
    actors: Array.from({ length: 8 }, (_, at) =>
      actor(row(8, 1.25, at), 0, { ...change(at), clip, speed: speedOf(clip), yaw: SOUTH - 1.15 }),
    ),
    camera: [0, 1.2, 12],
    target: [0, kind === undefined ? 0.9 : 0.4, 0],
    fov: kind === undefined ? 26 : 22,
    stepMs,
  };
}

/** Between two pictures of a movement, where a quarter of a second is too long. */
const STEP_MS: Partial<Record<ClipName, number>> = {
  walk: 87,
  run: 75,
  attack: 110,
  chop: 150,
  mine: 150,
  hurt: 60,
  die: 190,
};

/** Pictures to look at, by name. */
export const SHEETS: Readonly<Record<string, () => Sheet>> = {
  bodies: () => ({
    actors: [0, 1].flatMap((body) =>
      [SOUTH, SOUTH - 0.8, SOUTH + Math.PI / 2, 0].map((yaw, at) =>
        actor(row(8, 0.95, body * 4 + at), 0, {
          yaw,
          look: { body, hair: body === 0 ? 0 : 2, colours: [body, 0, body, 0, 0], worn: {} },
        }),
      ),
    ),
    camera: [0, 1.25, 9.5],
    target: [0, 0.85, 0],
    fov: 26,
  }),
  faces: () => ({
    actors: [0, 1, 2, 3].map((at) =>
      actor(row(4, 0.75, at), 0, {
        yaw: SOUTH + ([0, 0.5, -0.9, 0.25][at] ?? 0),
        look: {
          body: at % 2,
          hair: [0, 2, 9, 6][at] ?? 0,
          colours: [[0, 2, 4, 1][at] ?? 0, [0, 4, 1, 3][at] ?? 0, at, 0, 0],
          worn: {},
        },
      }),
    ),
    camera: [0, 1.6, 4.4],
    target: [0, 1.42, 0],
    fov: 22,
  }),
  hair: () => ({
    actors: HAIR_STYLES.flatMap((_, hair) =>
      [SOUTH - 0.5, 0.6].map((yaw, back) =>
        actor(row(12, 0.75, (hair % 6) * 2 + back), Math.floor(hair / 6) * -1.3, {
          yaw,
          look: { body: hair % 2, hair, colours: [hair % 7, (hair * 3) % 8, hair % 10, 0, 0], worn: {} },
        }),
      ),
    ),
    camera: [0, 3.4, 9.5],
    target: [0, 1.15, 0.7],
    fov: 26,
  }),
  people: () => ({
    actors: [...Object.keys(PEOPLE), 'guard'].map((kind, at, all) =>
      actor(row(all.length, 1.0, at), 0, { kind, yaw: SOUTH - 0.35 }),
    ),
    camera: [0, 1.4, 9.8],
    target: [0, 0.85, 0],
    fov: 28,
  }),
  clips: () => ({
    actors: CLIPS.map((clip, at) =>
      actor(row(9, 1.5, at % 9), -Math.floor(at / 9) * 2.6, {
        clip,
        speed: speedOf(clip),
        look: someone(at),
        yaw: SOUTH - 0.5,
      }),
    ),
    camera: [0, 5.5, 15],
    target: [0, 0.6, 2.2],
    fov: 32,
    ms: 620,
  }),
  creatures: () => ({
    actors: Object.keys(CREATURES).flatMap((kind, at) =>
      [SOUTH - 0.6, SOUTH + Math.PI / 2].map((yaw, back) =>
        actor(row(4, 1.3, at), back * -1.2, { type: 'creature', kind, yaw }),
      ),
    ),
    camera: [0, 1.7, 7],
    target: [0, 0.4, 0.5],
    fov: 30,
  }),
  'game-distance': () => ({
    actors: [
      ...Object.keys(PEOPLE).map((kind, at) => actor(row(8, 1.6, at), -2.5, { kind, yaw: SOUTH + at })),
      ...CLIPS.slice(1, 9).map((clip, at) =>
        actor(row(8, 1.6, at), 0, { clip, speed: speedOf(clip), look: someone(at), yaw: SOUTH - 0.7 }),
      ),
      ...Object.keys(CREATURES).map((kind, at) =>
        actor(row(4, 1.6, at), 2, { type: 'creature', kind, yaw: SOUTH + at }),
      ),
    ],
    camera: [0, 9.5, 11],
    target: [0, 0.5, 0],
    fov: 45,
    ms: 500,
  }),
  levels: () => ({
    actors: [0, 1, 2, 3, 4, 5, 6, 7].map((at) => actor(row(8, 1.1, at), 19, { look: someone(at), yaw: SOUTH - 0.4 })),
    camera: [0, 1.2, -9],
    target: [0, 0.85, -19],
    fov: 28,
  }),
  plain: () => ({
    actors: [
      ...[0, 1, 2, 3, 4].map((at) => actor(row(8, 1.1, at), 0, { look: someone(at), yaw: SOUTH - 0.4 })),
      ...Object.keys(CREATURES).map((kind, at) =>
        actor(row(8, 1.1, at + 4) + 0.4, 0, { type: 'creature', kind, yaw: SOUTH - 0.6 }),
      ),
    ],
    camera: [0, 1.4, 10],
    target: [0, 0.7, 0],
    fov: 26,
    quality: 'potato',
  }),
  'two-hundred': () => ({
    actors: Array.from({ length: 200 }, (_, at) =>
      actor(row(20, 1.5, at % 20), row(10, 2.2, Math.floor(at / 20)), {
        clip: CLIPS[at % CLIPS.length] ?? 'idle',
        speed: 1.667,
        look: someone(at),
        yaw: at,
      }),
    ),
    camera: [0, 17, 21],
    target: [0, 0, 0],
    fov: 45,
    ms: 300,
  }),
  ...Object.fromEntries(CLIPS.map((clip) => [`clip-${clip}`, () => moments(clip, STEP_MS[clip] ?? 250)])),
  ...Object.fromEntries(
    Object.keys(CREATURES).flatMap((kind) =>
      (['walk', 'run', 'attack', 'die'] as const).map((clip) => [
        `${kind}-${clip}`,
        () => moments(clip, STEP_MS[clip] ?? 250, kind),
      ]),
    ),
  ),
};
