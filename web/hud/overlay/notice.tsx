import type { JSX } from 'preact';
import { hud } from '../state.ts';

/** The banner at the top. It fades by itself; a new id shows it again. */
export function Notice(): JSX.Element {
  const notice = hud.notice.value;
  return (
    <div class="notice-place" role="status">
      {notice !== undefined && (
        <div key={notice.id} class="notice">
          <strong>{notice.title}</strong>
          {notice.text !== undefined && <span>{notice.text}</span>}
        </div>
      )}
    </div>
  );
}
