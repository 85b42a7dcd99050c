import { createGestures, type Device, type Intent, type PointerSample } from './gestures.ts';
import { createKeys, type KeyCommand } from './keys.ts';

/** Radians per CSS pixel of dragging. A thumb has less room than a mouse. */
const DRAG_RATE: Record<Device, number> = { mouse: 0.0055, touch: 0.0085, pen: 0.007 };
/** Tiles that one notch of a wheel moves the camera; a notch is about 100 pixels in every browser. */
const WHEEL_TILES_PER_PIXEL = 0.018;
/** Pixels that a line and a page of `WheelEvent.deltaMode` count as. */
const WHEEL_MODES = [1, 33, 400] as const;
/** Tiles for fingers that double their distance. */
const PINCH_TILES = 9;
/** The longest step of time that one frame may make keys count for, in milliseconds: a page that slept does not spin. */
const LONGEST_FRAME_MS = 100;

/** Who learns of what the player means. Coordinates are CSS pixels of the window. */
export interface InputPorts {
  /** Do the first verb here. True where holding the button may go on walking: the verb was to walk. */
  onPrimary(x: number, y: number): boolean;
  onMenu(x: number, y: number): void;
  /** The pointer rests over a place of the scene, or over none. At most once a frame. */
  onHover(at: { readonly x: number; readonly y: number } | undefined): void;
  /** The button is held over a place: walk there. At most once in `INPUT_RATE`. */
  onHold(x: number, y: number): void;
  /** Walk one step of the world from where one stands; comes again while the keys are held. */
  onStep(dx: number, dz: number): void;
  onCommand(command: KeyCommand): void;
  /** Radians: positive yaw turns toward east, positive pitch looks down more steeply. */
  onRotate(yaw: number, pitch: number): void;
  /** Tiles: positive moves away. */
  onZoom(tiles: number): void;
  cameraYaw(): number;
}

export interface Input {
  /** To be called once a frame, first: long presses, holds and held keys happen here. */
  frame(nowMs: number): void;
  detach(): void;
}

/**
 * Listens to pointers on the canvas and to keys of the window, and turns them into intents. Keys that are typed into a field
 * or used by a control of the interface stay there.
 */
export function attachInput(canvas: HTMLCanvasElement, ports: InputPorts): Input {
  const gestures = createGestures();
  const keys = createKeys();
  let hover: { x: number; y: number } | undefined;
  let hoverChanged = false;
  let lastFrameMs: number | undefined;
  const obey = (intent: Intent): void => {
    if (intent.kind === 'hover' || intent.kind === 'unhover') {
      hover = intent.kind === 'hover' ? { x: intent.x, y: intent.y } : undefined;
      hoverChanged = true;
    } else if (intent.kind === 'primary') {
      if (!ports.onPrimary(intent.x, intent.y)) gestures.endHold();
    } else carryOut(intent, ports);
  };
  // A screen reader hands the keys of an application through instead of reading with them.
  canvas.role = 'application';
  const listening = new AbortController();
  listenToPointers(canvas, listening.signal, (sample) => gestures.pointer(sample).forEach(obey));
  listenToWheel(canvas, listening.signal, ports);
  listenToKeys(listening.signal, keys, ports);
  window.addEventListener(
    'blur',
    () => {
      keys.reset();
      gestures.reset();
    },
    { signal: listening.signal },
  );
  return {
    frame(nowMs) {
      const deltaMs = Math.min(nowMs - (lastFrameMs ?? nowMs), LONGEST_FRAME_MS);
      lastFrameMs = nowMs;
      gestures.advance(nowMs).forEach(obey);
      if (hoverChanged) ports.onHover(hover);
      hoverChanged = false;
      const { yaw, pitch, zoom, step } = keys.frame(nowMs, deltaMs, ports.cameraYaw());
      if (yaw !== 0 || pitch !== 0) ports.onRotate(yaw, pitch);
      if (zoom !== 0) ports.onZoom(zoom);
      if (step !== undefined) ports.onStep(step.dx, step.dz);
    },
    detach: () => listening.abort(),
  };
}

function carryOut(intent: Exclude<Intent, { kind: 'hover' | 'unhover' | 'primary' }>, ports: InputPorts): void {
  switch (intent.kind) {
    case 'menu':
      ports.onMenu(intent.x, intent.y);
      break;
    case 'hold':
      ports.onHold(intent.x, intent.y);
      break;
    case 'rotate': {
      const rate = DRAG_RATE[intent.device];
      // The scene follows the hand: dragging to the right turns the view to the left.
      ports.onRotate(-intent.dx * rate, intent.dy * rate);
      break;
    }
    case 'pinch':
      ports.onZoom(-Math.log2(intent.ratio) * PINCH_TILES);
      break;
  }
}

function listenToPointers(canvas: HTMLCanvasElement, signal: AbortSignal, take: (sample: PointerSample) => void): void {
  const listen = (
    name: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel' | 'pointerleave',
    phase: PointerSample['phase'],
  ): void => {
    canvas.addEventListener(
      name,
      (event) => {
        // A captured pointer is told apart from one that left: it goes on outside.
        if (phase === 'down') canvas.setPointerCapture(event.pointerId);
        take(sampleOf(event, phase));
      },
      { signal },
    );
  };
  listen('pointerdown', 'down');
  listen('pointermove', 'move');
  listen('pointerup', 'up');
  listen('pointercancel', 'cancel');
  listen('pointerleave', 'leave');
  canvas.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  // The middle button would start the browser's own scrolling.
  canvas.addEventListener('mousedown', (event) => event.button === 1 && event.preventDefault(), { signal });
}

function sampleOf(event: PointerEvent, phase: PointerSample['phase']): PointerSample {
  const device = event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse';
  return {
    phase,
    id: event.pointerId,
    device,
    button: event.button,
    x: event.clientX,
    y: event.clientY,
    nowMs: event.timeStamp,
  };
}

function listenToWheel(canvas: HTMLCanvasElement, signal: AbortSignal, ports: InputPorts): void {
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const pixels = event.deltaY * (WHEEL_MODES[event.deltaMode as 0 | 1 | 2] ?? 1); // The DOM has these three modes.
    // A trackpad's pinch arrives as a wheel with Ctrl and with small steps.
    ports.onZoom(pixels * WHEEL_TILES_PER_PIXEL * (event.ctrlKey ? 4 : 1));
  };
  canvas.addEventListener('wheel', onWheel, { signal, passive: false });
}

function listenToKeys(signal: AbortSignal, keys: ReturnType<typeof createKeys>, ports: InputPorts): void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || (event.key === 'Enter' && isControl(event.target))) return;
    const { command, held } = keys.down(event.key, event.code);
    if (held || command === 'chat' || command === 'help') event.preventDefault();
    if (command !== undefined && !event.repeat) ports.onCommand(command);
  };
  window.addEventListener('keydown', onKeyDown, { signal });
  window.addEventListener('keyup', (event) => keys.up(event.code), { signal });
}

/** Whether the element takes text or arrows for itself. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null;
}

/** Whether Enter presses the element. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, [role=menuitem]') !== null;
}
