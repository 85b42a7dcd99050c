/** What a single press of a key asks for. */
export type KeyCommand = 'chat' | 'escape' | 'toggleRun' | 'faceNorth' | 'help';

/** Radians per second that a held key turns the camera, and tilts it. */
export const KEY_YAW_RATE = 2.2;
export const KEY_PITCH_RATE = 1.2;
/** Tiles per second that a held key moves the camera nearer or further. */
export const KEY_ZOOM_RATE = 12;
/** Interval at which a held walking key asks again, in milliseconds: twice a tick. */
export const KEY_STEP_MS = 300;

const COMMANDS: Readonly<Record<string, KeyCommand>> = {
  Enter: 'chat',
  Escape: 'escape',
  r: 'toggleRun',
  n: 'faceNorth',
  '?': 'help',
};

/** Axes that held keys push, by `KeyboardEvent.code` so that they lie in the same place on every layout. */
const AXES: Readonly<Record<string, readonly [axis: 'yaw' | 'pitch' | 'zoom' | 'right' | 'ahead', sign: 1 | -1]>> = {
  ArrowLeft: ['yaw', -1],
  ArrowRight: ['yaw', 1],
  KeyQ: ['yaw', -1],
  KeyE: ['yaw', 1],
  ArrowUp: ['pitch', 1],
  ArrowDown: ['pitch', -1],
  Equal: ['zoom', -1],
  NumpadAdd: ['zoom', -1],
  Minus: ['zoom', 1],
  NumpadSubtract: ['zoom', 1],
  KeyW: ['ahead', 1],
  KeyS: ['ahead', -1],
  KeyD: ['right', 1],
  KeyA: ['right', -1],
};

/** What the keys did since the last frame. */
export interface KeyFrame {
  /** Radians. */
  readonly yaw: number;
  readonly pitch: number;
  /** Tiles; positive moves away. */
  readonly zoom: number;
  /** A step to take now, in tiles of the world. */
  readonly step: { readonly dx: number; readonly dz: number } | undefined;
}

/** Which keys are down and what that means. Knows neither the DOM nor a clock. */
export interface Keys {
  /** A key goes down. Returns the command of the press; `held` says that it moves something while it is down. */
  down(key: string, code: string): { readonly command: KeyCommand | undefined; readonly held: boolean };
  up(code: string): void;
  /** Every key is up: the window lost focus, and with it the events that would say so. */
  reset(): void;
  /** @param yaw where the camera looks, in radians: walking keys are relative to it */
  frame(nowMs: number, deltaMs: number, yaw: number): KeyFrame;
}

export function createKeys(): Keys {
  const held = new Set<string>();
  let lastStep = '';
  let lastStepMs = 0;
  const axis = (name: 'yaw' | 'pitch' | 'zoom' | 'right' | 'ahead'): number => {
    let sum = 0;
    for (const code of held) if (AXES[code]?.[0] === name) sum += AXES[code][1];
    return Math.sign(sum);
  };
  return {
    down(key, code) {
      const isHeld = AXES[code] !== undefined;
      if (isHeld) held.add(code);
      return { command: COMMANDS[key.length === 1 ? key.toLowerCase() : key], held: isHeld };
    },
    up: (code) => void held.delete(code),
    reset: () => held.clear(),
    frame(nowMs, deltaMs, yaw) {
      const seconds = deltaMs / 1000;
      const step = worldStep(axis('right'), axis('ahead'), yaw);
      const name = step === undefined ? '' : `${step.dx},${step.dz}`;
      const due = step !== undefined && (name !== lastStep || nowMs - lastStepMs >= KEY_STEP_MS);
      lastStep = name;
      if (due) lastStepMs = nowMs;
      return {
        yaw: axis('yaw') * KEY_YAW_RATE * seconds,
        pitch: axis('pitch') * KEY_PITCH_RATE * seconds,
        zoom: axis('zoom') * KEY_ZOOM_RATE * seconds,
        step: due ? step : undefined,
      };
    },
  };
}

/** The one of the eight directions of the world that is nearest to a push on the keys; x east, z north. */
function worldStep(right: number, ahead: number, yaw: number): { dx: number; dz: number } | undefined {
  if (right === 0 && ahead === 0) return undefined;
  const eighth = Math.PI / 4;
  const heading = Math.round((yaw + Math.atan2(right, ahead)) / eighth) * eighth;
  return { dx: Math.round(Math.sin(heading)) || 0, dz: Math.round(Math.cos(heading)) || 0 };
}
