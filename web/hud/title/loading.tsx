import type { JSX } from 'preact';
import type { Screen } from '../state.ts';
import { TitleFrame } from './title-frame.tsx';

/** How far the world is, weighted by bytes, and what is being done. */
export function LoadingScreen({ screen }: { screen: Screen & { kind: 'loading' } }): JSX.Element {
  const percent = Math.round(Math.min(Math.max(screen.share, 0), 1) * 100);
  return (
    <TitleFrame>
      <section class="panel title-panel loading" aria-label="Loading">
        <div
          class="progress"
          role="progressbar"
          aria-label="Loading the world"
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <div class="progress-fill" style={{ transform: `scaleX(${percent / 100})` }} />
        </div>
        <p class="loading-step">
          <span role="status">{screen.step}</span>
          <span>{percent} %</span>
        </p>
      </section>
    </TitleFrame>
  );
}
