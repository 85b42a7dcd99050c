import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useHud } from '../context.ts';
import { hud, type Menu, type MenuOption } from '../state.ts';
import { placeBox } from './clamp.ts';
import { menuKey } from './menu-keys.ts';

/** A mouse this far outside of the menu closes it, in CSS pixels. */
const LEAVE_PX = 48;

/** The list of verbs that a right click or a long press opens. */
export function ContextMenu(): JSX.Element | null {
  const menu = hud.menu.value;
  return menu === undefined ? null : <OpenMenu key={`${menu.x},${menu.y}`} menu={menu} />;
}

function OpenMenu({ menu }: { menu: Menu }): JSX.Element {
  const { ports } = useHud();
  const box = useRef<HTMLDivElement>(null);
  const choose = (option: MenuOption | undefined): void => {
    hud.menu.value = undefined;
    ports.sound('click');
    option?.run();
  };
  usePlacing(box, menu);
  useClosing(box);
  const onKeyDown = (event: KeyboardEvent): void => {
    const items = optionsIn(box.current);
    const outcome = menuKey(event.key, items.indexOf(document.activeElement as HTMLElement), items.length); // Only compared.
    if (outcome.kind === 'none') return;
    event.preventDefault();
    event.stopPropagation();
    if (outcome.kind === 'close') hud.menu.value = undefined;
    if (outcome.kind === 'focus') items[outcome.index]?.focus();
    if (outcome.kind === 'choose') choose(menu.options[outcome.index]);
  };
  return (
    <div ref={box} class="menu panel" role="menu" aria-label="Choose option" onKeyDown={onKeyDown}>
      <div class="menu-title" role="presentation">
        Choose option
      </div>
      {menu.options.map((option, index) => (
        <button
          key={`${option.verb} ${option.target ?? ''} ${index}`}
          type="button"
          role="menuitem"
          class="menu-option"
          tabIndex={-1}
          onClick={() => choose(option)}
          onPointerEnter={(event) => event.currentTarget.focus()}
        >
          {option.verb}
          {option.target !== undefined && <span class="target"> {option.target}</span>}
        </button>
      ))}
    </div>
  );
}

function optionsIn(box: HTMLElement | null): HTMLElement[] {
  return box === null ? [] : [...box.querySelectorAll<HTMLElement>('[role=menuitem]')];
}

/** Puts the menu where it opened, inside the window, gives its first option focus, and focus back on closing. */
function usePlacing(box: { current: HTMLDivElement | null }, menu: Menu): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const before = document.activeElement;
    const view = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight };
    const at = placeBox(menu, { width: element.offsetWidth, height: element.offsetHeight }, view);
    element.style.transform = `translate(${at.x}px, ${at.y}px)`;
    optionsIn(element)[0]?.focus({ preventScroll: true });
    return () => {
      // The cleaning up runs while the menu is still there, and with it the focus.
      const holdsFocus = element.contains(document.activeElement) || document.activeElement === document.body;
      if (before instanceof HTMLElement && holdsFocus) before.focus({ preventScroll: true });
    };
  }, [menu]);
}

/** A press elsewhere closes the menu, and so does a mouse that goes far from it. */
function useClosing(box: { current: HTMLDivElement | null }): void {
  // At once and not after painting: a press may come before that.
  useLayoutEffect(() => {
    const onDown = (event: PointerEvent): void => {
      // Closed already, only not drawn yet: the press is meant for the world.
      if (hud.menu.peek() === undefined) return;
      if (event.target instanceof Node && box.current?.contains(event.target) === true) return;
      hud.menu.value = undefined;
      // The press only closes: it is not to walk as well.
      event.stopPropagation();
    };
    const onMove = (event: PointerEvent): void => {
      const rect = box.current?.getBoundingClientRect();
      if (rect === undefined || event.pointerType !== 'mouse') return;
      const outside = Math.max(
        rect.left - event.clientX,
        event.clientX - rect.right,
        rect.top - event.clientY,
        event.clientY - rect.bottom,
      );
      if (outside > LEAVE_PX) hud.menu.value = undefined;
    };
    window.addEventListener('pointerdown', onDown, true);
    window.addEventListener('pointermove', onMove);
    return () => {
      window.removeEventListener('pointerdown', onDown, true);
      window.removeEventListener('pointermove', onMove);
    };
  }, []);
}
