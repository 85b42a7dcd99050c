import { useSignal } from '@preact/signals';
import wifiOffIcon from 'lucide-static/icons/wifi-off.svg?raw';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useHud } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { type ConnectionState, hud } from '../state.ts';
import { secondsUntil } from './countdown.ts';

/** A sign while nothing is heard from the world; it does not stop the game. */
export function LagSign(): JSX.Element | null {
  if (hud.connection.value.kind !== 'lagging') return null;
  return (
    <div class="lag-sign" role="status">
      <Icon svg={wifiOffIcon} />
      <span>Slow connection</span>
    </div>
  );
}

/** What stands over everything while there is no connection. */
export function ConnectionOverlay(): JSX.Element | null {
  const state = hud.connection.value;
  if (state.kind === 'reconnecting') return <Reconnecting state={state} />;
  if (state.kind === 'closed') return <Closed state={state} />;
  return null;
}

function Reconnecting({ state }: { state: ConnectionState & { kind: 'reconnecting' } }): JSX.Element {
  const { actions, ports } = useHud();
  const seconds = useSignal(secondsUntil(state.retryAtMs, ports.now()));
  useEffect(() => {
    const update = (): void => {
      seconds.value = secondsUntil(state.retryAtMs, ports.now());
    };
    update();
    const timer = setInterval(update, 250);
    return () => clearInterval(timer);
  }, [state.retryAtMs]);
  return (
    <Modal title="Connection lost">
      <p>Your character is safe. Attempt {state.attempt} to come back:</p>
      {/* The title is announced; a countdown that is read out every second would drown it. */}
      <p class="countdown" aria-live="off">
        {seconds.value > 0 ? `in ${seconds.value} s` : 'connecting'}
      </p>
      <button type="button" class="button button-main" onClick={() => actions.retryNow()}>
        Try now
      </button>
    </Modal>
  );
}

function Closed({ state }: { state: ConnectionState & { kind: 'closed' } }): JSX.Element {
  const { actions } = useHud();
  return (
    <Modal title="Disconnected">
      <p>{state.text}</p>
      <div class="modal-buttons">
        {state.canRetry && (
          <button type="button" class="button button-main" onClick={() => actions.retryNow()}>
            Enter again
          </button>
        )}
        {!state.canRetry && (
          <button type="button" class="button button-main" onClick={() => location.reload()}>
            Reload the page
          </button>
        )}
        {state.canRetry && (
          <button type="button" class="button button-quiet" onClick={() => actions.logout()}>
            To the title page
          </button>
        )}
      </div>
    </Modal>
  );
}

/** The browser's own modal dialog: it holds focus and makes the rest inert. Escape does not close what only an answer can. */
function Modal({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="modal panel"
      role="alertdialog"
      aria-labelledby="modal-title"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="modal-title">
        {/* Announced at once, whatever is being read. */}
        <span role="alert">{title}</span>
      </h2>
      {children}
    </dialog>
  );
}
