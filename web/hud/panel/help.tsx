import type { JSX } from 'preact';
import { windows } from '../window-state.ts';

/** What the keys do: the table that the help shows; `web/input/keys.ts` is what makes it true. */
const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ['Left click', 'Walk, or do the first thing'],
  ['Hold left button', 'Keep walking to the pointer'],
  ['Right click', 'Choose what to do'],
  ['Middle or right drag', 'Turn the camera'],
  ['Wheel, + and -', 'Nearer, further'],
  ['Arrows, Q and E', 'Turn the camera'],
  ['W A S D', 'Walk'],
  ['R', 'Run or walk'],
  ['N', 'Face north'],
  ['Enter', 'Chat'],
  ['Esc', 'Close, leave the chat'],
  ['?', 'This help'],
];

const TOUCHES: readonly (readonly [touch: string, what: string])[] = [
  ['Tap', 'Walk, or do the first thing'],
  ['Hold', 'Choose what to do'],
  ['Drag', 'Turn the camera'],
  ['Pinch', 'Nearer, further'],
  ['Two fingers', 'Turn the camera'],
];

export function HelpWindow(): JSX.Element {
  const first = windows.compact.value ? TOUCHES : KEYS;
  const second = windows.compact.value ? KEYS : TOUCHES;
  return (
    <div class="help">
      <KeyTable rows={first} />
      <h3>{windows.compact.value ? 'Mouse and keyboard' : 'Touch'}</h3>
      <KeyTable rows={second} />
    </div>
  );
}

function KeyTable({ rows }: { rows: readonly (readonly [string, string])[] }): JSX.Element {
  return (
    <dl class="keys">
      {rows.map(([keys, what]) => (
        <div key={keys}>
          <dt>{keys}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
