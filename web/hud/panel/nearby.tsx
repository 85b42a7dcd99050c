import { useSignal } from '@preact/signals';
import moreIcon from 'lucide-static/icons/ellipsis-vertical.svg?raw';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useHud } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { moveFocus } from '../parts/roving.ts';
import { hud, type NearbyRow } from '../state.ts';
import { windows } from '../window-state.ts';

/** Who is near, nearest first: what the pointer does in the scene, for the keyboard and for screen readers. */
export function NearbyWindow(): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const stop = useSignal<string | undefined>(undefined);
  const rows = hud.nearby.value;
  if (rows.length === 0) return <p class="window-note">Nobody is near. Follow the path to the village.</p>;
  const stopId = rows.find((row) => row.id === stop.value)?.id ?? rows[0]?.id;
  return (
    <ul
      ref={list}
      class="nearby"
      onFocusIn={(event) => {
        const id = event.target instanceof HTMLElement ? event.target.dataset.id : undefined;
        if (id !== undefined) stop.value = id;
      }}
      onKeyDown={(event) => list.current !== null && moveFocus(event, list.current, '.nearby-act', 'column')}
    >
      {rows.map((row) => (
        <Row key={row.id} row={row} isStop={row.id === stopId} />
      ))}
    </ul>
  );
}

function Row({ row, isStop }: { row: NearbyRow; isStop: boolean }): JSX.Element {
  const { actions, ports } = useHud();
  const act = (): void => {
    ports.sound('click');
    if (windows.compact.value) windows.tab.value = undefined;
    actions.actOn(row.id);
  };
  const openMenu = (event: Event): void => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLElement)) return;
    const rect = event.currentTarget.getBoundingClientRect();
    actions.openMenuOf(row.id, rect.left, rect.top);
  };
  return (
    <li class="nearby-row" data-kind={row.kind} onContextMenu={openMenu}>
      <button type="button" class="nearby-act" data-id={row.id} tabIndex={isStop ? 0 : -1} onClick={act}>
        <span class="nearby-mark" aria-hidden="true" />
        <span class="nearby-name">
          {row.name}
          {row.level !== undefined && <span class="nearby-level"> (level {row.level})</span>}
        </span>
        <span class="nearby-detail">
          {row.verb}, {row.tiles === 1 ? '1 tile' : `${row.tiles} tiles`}
        </span>
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={`More about ${row.name}`}
        tabIndex={isStop ? 0 : -1}
        onClick={openMenu}
      >
        <Icon svg={moreIcon} />
      </button>
    </li>
  );
}
