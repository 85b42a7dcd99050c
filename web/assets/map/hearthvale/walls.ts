import { COLLISION } from '../../../../shared/space/terrain.ts';
import { addFlags, addLight, addWall, type Plot, place, reserve } from '../plot.ts';
import { GATES, TOWN } from './layout.ts';

/** Pieces that the wall is made of, longest first. */
const PIECES = [4, 2, 1] as const;
/** Tiles that a gate takes of the wall, piers included; the passage between them is three wide. */
const GATE_TILES = 5;

interface Stretch {
  readonly along: 'x' | 'z';
  /** The line on which the wall stands. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** Builds the town's wall: towers at the corners, gates, and wall between. */
export function placeTownWall(plot: Plot): void {
  const { west, south, width, depth } = TOWN;
  const east = west + width;
  const north = south + depth;
  for (const x of [west, east]) {
    for (const z of [south, north]) placeTower(plot, x, z);
  }
  for (const gate of GATES) placeGate(plot, gate);
  const gap = (side: (typeof GATES)[number]['side']) => GATES.find((gate) => gate.side === side)?.middle;
  const stretch = (along: 'x' | 'z', line: number, from: number, to: number, middle: number | undefined) => {
    if (middle === undefined) placeStretch(plot, { along, line, from: from + 1, to: to - 1 });
    else {
      placeStretch(plot, { along, line, from: from + 1, to: middle - 2 });
      placeStretch(plot, { along, line, from: middle + 3, to: to - 1 });
    }
  };
  stretch('x', south, west, east, gap('south'));
  stretch('x', north, west, east, gap('north'));
  stretch('z', west, south, north, undefined);
  stretch('z', east, south, north, gap('east'));
}

function placeTower(plot: Plot, x: number, z: number): void {
  place(plot, 'wall-tower', x, z, { shade: [1.9, 0.5] });
  for (const dx of [-1, 0]) {
    for (const dz of [-1, 0]) addFlags(plot, x + dx, z + dz, COLLISION.object | COLLISION.sight);
  }
  reserve(plot, x - 2, z - 2, 4, 4);
}

function placeStretch(plot: Plot, { along, line, from, to }: Stretch): void {
  let at = from;
  while (at < to) {
    const length = PIECES.find((piece) => piece <= to - at) ?? 1;
    const middle = at + length / 2;
    if (along === 'x') place(plot, `wall-${length}`, middle, line, { yaw: Math.PI });
    else place(plot, `wall-${length}`, line, middle, { yaw: Math.PI / 2 });
    at += length;
  }
  for (let tile = from - 1; tile < to + 1; tile++) {
    if (along === 'x') addWall(plot, tile, line, 'south');
    else addWall(plot, line, tile, 'west');
  }
  if (along === 'x') reserve(plot, from, line - 1, to - from, 2);
  else reserve(plot, line - 1, from, 2, to - from);
  const shade =
    along === 'x'
      ? { west: from, south: line - 0.3, width: to - from, depth: 0.6 }
      : { west: line - 0.3, south: from, width: 0.6, depth: to - from };
  plot.shades.push({ shape: 'box', ...shade, strength: 0.42 });
}

function placeGate(plot: Plot, { side, middle }: (typeof GATES)[number]): void {
  const { west, south, width, depth } = TOWN;
  const alongX = side !== 'east';
  const line = side === 'south' ? south : side === 'north' ? south + depth : west + width;
  const x = alongX ? middle + 0.5 : line;
  const z = alongX ? line : middle + 0.5;
  const yaw = side === 'south' ? Math.PI : side === 'north' ? 0 : Math.PI / 2;
  const gate = place(plot, 'gate', x, z, { yaw });
  for (const lantern of [-2, 2]) addLight(plot, gate, { x: lantern, y: 2, z: 0.9 }, 'lamp');
  for (const offset of [-2, 2]) {
    const tile = middle + offset;
    for (const beside of [-1, 0]) {
      if (alongX) addFlags(plot, tile, line + beside, COLLISION.object | COLLISION.sight);
      else addFlags(plot, line + beside, tile, COLLISION.object | COLLISION.sight);
    }
    plot.shades.push({
      shape: 'round',
      x: alongX ? tile + 0.5 : line,
      z: alongX ? line : tile + 0.5,
      radius: 1.1,
      strength: 0.4,
    });
  }
  if (alongX) reserve(plot, middle - 2, line - 2, GATE_TILES, 4);
  else reserve(plot, line - 2, middle - 2, 4, GATE_TILES);
}
