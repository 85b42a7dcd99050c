import type { JSX } from 'preact';

/**
 * A control's picture: the text of one of lucide's SVG files, imported with `?raw` by whoever uses it so that only those
 * are shipped. Always beside a label, so it is hidden from screen readers.
 */
export function Icon({ svg, class: className = '' }: { svg: string; class?: string }): JSX.Element {
  // The text comes from the package at build time, never from a player.
  return <span class={`icon ${className}`} aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />;
}
