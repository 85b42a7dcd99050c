import type { JSX } from 'preact';
import { hud } from '../state.ts';

/** Top left: what a click would do. Only a pointer that can hover has it. */
export function HoverText(): JSX.Element | null {
  const hover = hud.hover.value;
  if (hover === undefined) return null;
  return (
    <div class="hover-text" aria-hidden="true">
      {hover.verb}
      {hover.target !== undefined && <span class="target"> {hover.target}</span>}
      {hover.more > 0 && (
        <span>
          {' '}
          / {hover.more} more {hover.more === 1 ? 'option' : 'options'}
        </span>
      )}
    </div>
  );
}
