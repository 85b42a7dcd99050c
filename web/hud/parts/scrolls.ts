/**
 * Properties of an area that scrolls: it takes the focus, because otherwise a keyboard could not scroll it where nothing in it
 * takes the focus (axe: scrollable-region-focusable).
 */
export const SCROLLS = { tabIndex: 0 } as const;
