/** Room kept between a floating box and the edge of the window, in CSS pixels. */
const MARGIN = 6;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Where the top left corner of a box goes that opens at a point: below and centred on it as far as the window allows,
 * above it where there is no room below. A box larger than the window starts at its top left. CSS pixels.
 */
export function placeBox(point: { x: number; y: number }, box: Size, view: Size): { x: number; y: number } {
  const x = between(point.x - box.width / 2, view.width - box.width);
  const fitsBelow = point.y + box.height + MARGIN <= view.height;
  const fitsAbove = point.y - box.height - MARGIN >= 0;
  const y = fitsBelow || !fitsAbove ? between(point.y, view.height - box.height) : point.y - box.height;
  return { x, y };
}

function between(value: number, room: number): number {
  return Math.max(MARGIN, Math.min(value, room - MARGIN));
}
