import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { EMOTES } from '../../../shared/content/emotes.ts';
import { useHud } from '../context.ts';
import { moveFocus } from '../parts/roving.ts';
import { windows } from '../window-state.ts';
import { EMOTE_FIGURES } from './emote-figures.tsx';

const COLUMNS = 3;

/** The gestures that everybody knows. On a phone the sheet closes so that the gesture is seen. */
export function EmotesWindow(): JSX.Element {
  const { actions, ports } = useHud();
  const grid = useRef<HTMLDivElement>(null);
  const stop = useSignal(0);
  const perform = (id: string, index: number): void => {
    stop.value = index;
    ports.sound('click');
    actions.emote(id);
    if (windows.compact.value) windows.tab.value = undefined;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moved = grid.current === null ? undefined : moveFocus(event, grid.current, '.emote', 'grid', COLUMNS);
    if (moved !== undefined) stop.value = moved;
  };
  return (
    <div ref={grid} class="emotes" role="toolbar" aria-label="Emotes" onKeyDown={onKeyDown}>
      {Object.entries(EMOTES).map(([id, emote], index) => (
        <button
          key={id}
          type="button"
          class="emote"
          tabIndex={index === stop.value ? 0 : -1}
          onClick={() => perform(id, index)}
        >
          <EmoteFigure id={id} />
          <span>{emote.name}</span>
        </button>
      ))}
    </div>
  );
}

function EmoteFigure({ id }: { id: string }): JSX.Element {
  return (
    <svg class="emote-figure" viewBox="0 0 32 32" aria-hidden="true">
      {EMOTE_FIGURES[id]}
    </svg>
  );
}
