import { useSignal } from '@preact/signals';
import dicesIcon from 'lucide-static/icons/dices.svg?raw';
import leftIcon from 'lucide-static/icons/rotate-ccw.svg?raw';
import rightIcon from 'lucide-static/icons/rotate-cw.svg?raw';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useHud } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import type { ChosenLook, LookPreview } from '../ports.ts';

/** Radians that a press of a turning button makes. */
const TURN = Math.PI / 4;
/** Radians per CSS pixel of dragging. */
const DRAG_TURN = 0.012;

/** The person that is being made, on a canvas that turns by dragging or with the two buttons. */
export function PreviewStage({ look, randomise }: { look: ChosenLook; randomise: () => void }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const preview = useRef<LookPreview | undefined>(undefined);
  const state = useSignal<'loading' | 'shown' | 'failed'>('loading');
  const newest = useRef(look);
  newest.current = look;
  usePreview(canvas, preview, newest, (next) => (state.value = next));
  useEffect(() => preview.current?.show(look), [look]);
  return (
    <div class="stage">
      <canvas
        ref={canvas}
        class="stage-canvas"
        role="img"
        aria-label="Your character"
        onPointerDown={(event) => startTurning(event, preview)}
      />
      {state.value !== 'shown' && (
        <p class="stage-note" role="status">
          {state.value === 'loading'
            ? 'Fetching your clothes…'
            : 'The picture could not be drawn. Your choices count all the same.'}
        </p>
      )}
      <div class="stage-turn">
        <button type="button" class="icon-button" aria-label="Turn left" onClick={() => preview.current?.turn(-TURN)}>
          <Icon svg={leftIcon} />
        </button>
        <button type="button" class="button button-quiet" onClick={randomise}>
          <Icon svg={dicesIcon} />
          Randomise
        </button>
        <button type="button" class="icon-button" aria-label="Turn right" onClick={() => preview.current?.turn(TURN)}>
          <Icon svg={rightIcon} />
        </button>
      </div>
    </div>
  );
}

function usePreview(
  canvas: { readonly current: HTMLCanvasElement | null },
  preview: { current: LookPreview | undefined },
  newest: { readonly current: ChosenLook },
  report: (state: 'shown' | 'failed') => void,
): void {
  const { ports } = useHud();
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let gone = false;
    const open = async (): Promise<void> => {
      try {
        const made = await ports.createPreview(element);
        if (gone) return made.dispose();
        preview.current = made;
        made.show(newest.current);
        report('shown');
      } catch {
        report('failed'); // Without WebGL one can still make a character, only not see it first.
      }
    };
    void open();
    return () => {
      gone = true;
      preview.current?.dispose();
      preview.current = undefined;
    };
  }, []);
}

function startTurning(event: PointerEvent, preview: { readonly current: LookPreview | undefined }): void {
  const target = event.currentTarget;
  if (!(target instanceof HTMLElement)) return;
  target.setPointerCapture(event.pointerId);
  let last = event.clientX;
  const move = (next: PointerEvent): void => {
    preview.current?.turn((next.clientX - last) * DRAG_TURN);
    last = next.clientX;
  };
  const end = (): void => {
    target.removeEventListener('pointermove', move);
    target.removeEventListener('lostpointercapture', end);
  };
  target.addEventListener('pointermove', move);
  target.addEventListener('lostpointercapture', end);
}
