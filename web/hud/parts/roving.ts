/** How the items of a group are laid out: which arrow keys move among them. */
export type Layout = 'row' | 'column' | 'grid';

/**
 * Where focus goes inside a group of `count` items when a key is pressed at `index`; undefined where the key is not one of
 * the group's. Rows and columns wrap around, a grid of `columns` stops at its edges; Home and End go to the ends.
 */
export function rovingIndex(
  key: string,
  index: number,
  count: number,
  layout: Layout,
  columns = 1,
): number | undefined {
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = arrowStep(key, layout, columns);
  if (step === undefined) return undefined;
  const next = index + step;
  if (layout === 'grid') return next < 0 || next >= count ? index : next;
  return (next + count) % count;
}

function arrowStep(key: string, layout: Layout, columns: number): number | undefined {
  const horizontal = layout !== 'column';
  const vertical = layout !== 'row';
  if (key === 'ArrowLeft' && horizontal) return -1;
  if (key === 'ArrowRight' && horizontal) return 1;
  if (key === 'ArrowUp' && vertical) return layout === 'grid' ? -columns : -1;
  if (key === 'ArrowDown' && vertical) return layout === 'grid' ? columns : 1;
  return undefined;
}

/**
 * Moves focus among the children of `group` that match `selector`, as `rovingIndex` says. The tab stop follows because
 * callers give `tabIndex` 0 to the chosen item only. Returns the index focused, undefined where the key was not used.
 */
export function moveFocus(
  event: KeyboardEvent,
  group: Element,
  selector: string,
  layout: Layout,
  columns = 1,
): number | undefined {
  const items = [...group.querySelectorAll<HTMLElement>(selector)];
  const at = items.indexOf(event.target as HTMLElement); // A key event of an element always targets an element.
  const next = rovingIndex(event.key, at, items.length, layout, columns);
  if (at < 0 || next === undefined) return undefined;
  event.preventDefault();
  event.stopPropagation();
  items[next]?.focus();
  return next;
}
