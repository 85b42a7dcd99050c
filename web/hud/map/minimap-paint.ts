import type { Dot, MapLayer, MinimapView } from '../state.ts';
import { type MapProjection, worldToMap } from './minimap-geometry.ts';

/** Tiles from the centre of the minimap to its edge. */
export const MINIMAP_TILES = 19;

/** Shape with colour, so that dots differ for those who cannot tell the colours apart. */
const DOT_STYLES: Record<Dot['kind'], { readonly colour: string; readonly shape: 'disc' | 'square' | 'diamond' }> = {
  own: { colour: '#ffffff', shape: 'disc' },
  player: { colour: '#ffffff', shape: 'square' },
  person: { colour: '#ffe45c', shape: 'square' },
  creature: { colour: '#ff7a5c', shape: 'diamond' },
  item: { colour: '#ff5050', shape: 'disc' },
};

/** Turns the pixels of a layer into something that a canvas can turn and scale; made once per layer. */
export type LayerImage = (layer: MapLayer) => CanvasImageSource;

/** Remembers the image of the last layer. */
export function createLayerImage(): LayerImage {
  let known: MapLayer | undefined;
  let canvas: HTMLCanvasElement | undefined;
  return (layer) => {
    if (canvas !== undefined && known === layer) return canvas;
    canvas = document.createElement('canvas');
    canvas.width = layer.image.width;
    canvas.height = layer.image.height;
    canvas.getContext('2d')?.putImageData(layer.image, 0, 0);
    known = layer;
    return canvas;
  };
}

/** Draws the minimap into a square canvas. */
export function paintMinimap(
  paint: CanvasRenderingContext2D,
  view: MinimapView,
  map: MapProjection,
  image: LayerImage,
): void {
  const side = map.radius * 2;
  paint.setTransform(1, 0, 0, 1, 0, 0);
  paint.fillStyle = '#1d2a1a';
  paint.fillRect(0, 0, side, side);
  if (view.layer !== undefined) paintLayer(paint, view.layer, map, image(view.layer));
  const unit = side / 152;
  for (const dot of view.dots) {
    if (dot.kind !== 'own') paintDot(paint, dot, map, unit);
  }
  if (view.destination !== undefined) paintFlag(paint, worldToMap(map, view.destination.x, view.destination.z), unit);
  paintDot(paint, { x: view.x, z: view.z, kind: 'own' }, map, unit);
}

function paintLayer(
  paint: CanvasRenderingContext2D,
  layer: MapLayer,
  map: MapProjection,
  image: CanvasImageSource,
): void {
  const scale = map.pixelsPerTile / layer.pixelsPerTile;
  const northEdge = layer.originZ + layer.image.height / layer.pixelsPerTile;
  paint.save();
  paint.translate(map.radius, map.radius);
  paint.rotate(-map.yaw);
  paint.scale(scale, scale);
  paint.translate(-(map.x - layer.originX) * layer.pixelsPerTile, -(northEdge - map.z) * layer.pixelsPerTile);
  paint.drawImage(image, 0, 0);
  paint.restore();
}

/** @param unit size of a CSS pixel of the map at its normal size */
function paintDot(paint: CanvasRenderingContext2D, dot: Dot, map: MapProjection, unit: number): void {
  const at = worldToMap(map, dot.x, dot.z);
  const style = DOT_STYLES[dot.kind];
  const r = (dot.kind === 'own' ? 3 : 2.4) * unit;
  paint.beginPath();
  if (style.shape === 'disc') paint.arc(at.x, at.y, r, 0, Math.PI * 2);
  if (style.shape === 'square') paint.rect(at.x - r, at.y - r, r * 2, r * 2);
  if (style.shape === 'diamond') {
    paint.moveTo(at.x, at.y - r * 1.4);
    paint.lineTo(at.x + r * 1.4, at.y);
    paint.lineTo(at.x, at.y + r * 1.4);
    paint.lineTo(at.x - r * 1.4, at.y);
    paint.closePath();
  }
  paint.lineWidth = 1.5 * unit;
  paint.strokeStyle = 'rgba(20, 12, 6, 0.8)';
  paint.stroke();
  paint.fillStyle = style.colour;
  paint.fill();
}

function paintFlag(paint: CanvasRenderingContext2D, at: { x: number; y: number }, unit: number): void {
  paint.fillStyle = '#2a1a0e';
  paint.fillRect(at.x - 0.75 * unit, at.y - 9 * unit, 1.5 * unit, 10 * unit);
  paint.fillStyle = '#e5402e';
  paint.beginPath();
  paint.moveTo(at.x + 0.75 * unit, at.y - 9 * unit);
  paint.lineTo(at.x + 7 * unit, at.y - 6.5 * unit);
  paint.lineTo(at.x + 0.75 * unit, at.y - 4 * unit);
  paint.fill();
}
