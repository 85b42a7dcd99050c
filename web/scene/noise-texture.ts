import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping, RGBAFormat } from 'three';
import { fractal, hashUnit } from './noise.ts';

const SIDE = 256;
/** Stones along one side of the texture. */
const COBBLES = 16;

/** One tiling texture for everything that must not look drawn by rule: r broad, g middle, b fine noise, a cobbles (0 in the joints). */
export function createNoiseTexture(anisotropy: number): DataTexture {
  const bytes = new Uint8Array(SIDE * SIDE * 4);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const u = x / SIDE;
      const v = y / SIDE;
      const at = (y * SIDE + x) * 4;
      bytes[at] = toByte(fractal(u * 5, v * 5, 4, 701, 5));
      bytes[at + 1] = toByte(fractal(u * 18, v * 18, 3, 702, 18));
      bytes[at + 2] = toByte(fractal(u * 52, v * 52, 2, 703, 52));
      bytes[at + 3] = Math.round(255 * Math.min(1, cobbleEdge(u * COBBLES, v * COBBLES) * 2.6));
    }
  }
  const texture = new DataTexture(bytes, SIDE, SIDE, RGBAFormat);
  texture.wrapS = RepeatWrapping;
  texture.wrapT = RepeatWrapping;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.anisotropy = anisotropy;
  texture.needsUpdate = true;
  return texture;
}

function toByte(value: number): number {
  return Math.max(0, Math.min(255, Math.round((value * 0.72 + 0.5) * 255)));
}

/** Distance to the joint between the nearest stone and the next, in stones. */
function cobbleEdge(x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  let nearest = 9;
  let second = 9;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const cx = (column + dx + COBBLES) % COBBLES;
      const cy = (row + dy + COBBLES) % COBBLES;
      const px = column + dx + 0.5 + (hashUnit(cx, cy, 711) - 0.5) * 0.75;
      const py = row + dy + 0.5 + (hashUnit(cx, cy, 712) - 0.5) * 0.75;
      const away = Math.hypot(px - x, py - y);
      if (away < nearest) {
        second = nearest;
        nearest = away;
      } else second = Math.min(second, away);
    }
  }
  return second - nearest;
}
