import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useHud } from '../context.ts';
import type { Screen } from '../state.ts';
import { TitleError, TitleFrame } from './title-frame.tsx';

/** The first page: one button that plays, and what this is. */
export function LoginScreen({ screen }: { screen: Screen & { kind: 'login' } }): JSX.Element {
  const { actions, ports } = useHud();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), [screen.busy]);
  const play = (): void => {
    ports.sound('click');
    actions.playAsGuest();
  };
  return (
    <TitleFrame>
      <p class="title-line">A small world of villages, woods and old roads, shared with whoever is awake.</p>
      <section class="panel title-panel" aria-label="Enter the world">
        <TitleError text={screen.error} />
        <button
          ref={button}
          type="button"
          class="button button-main button-large"
          aria-busy={screen.busy}
          disabled={screen.busy}
          onClick={play}
        >
          {screen.busy ? 'Opening the gate…' : screen.error === undefined ? 'Play as guest' : 'Try again'}
        </button>
        <p class="title-note">No sign-up and nothing to install. Your character is kept in this browser.</p>
      </section>
    </TitleFrame>
  );
}
