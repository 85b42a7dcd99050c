import { PALETTES } from '../../../shared/content/looks.ts';
import type { ChosenLook } from '../../hud/ports.ts';

/** A flat person in the colours of a look: stands in for the model, so that the gallery needs no renderer. */
export function paintPaperDoll(canvas: HTMLCanvasElement, look: ChosenLook): void {
  const side = 300;
  canvas.width = side;
  canvas.height = side * (canvas.clientHeight / Math.max(canvas.clientWidth, 1));
  const paint = canvas.getContext('2d');
  if (paint === null) return;
  const shade = (slot: number): string => PALETTES[slot]?.[look.colours[slot] ?? 0]?.css ?? '#888';
  paint.translate(side / 2, canvas.height * 0.86);
  const block = (colour: string, x: number, y: number, w: number, h: number): void => {
    paint.fillStyle = colour;
    paint.beginPath();
    paint.roundRect(x, y, w, h, 8);
    paint.fill();
  };
  block(shade(3), -32, -100, 28, 90);
  block(shade(3), 4, -100, 28, 90);
  block(shade(4), -36, -24, 34, 24);
  block(shade(4), 2, -24, 34, 24);
  block(shade(2), -44, -190, 88, 100);
  block(shade(0), -66, -186, 20, 84);
  block(shade(0), 46, -186, 20, 84);
  block(shade(0), -28, -252, 56, 60);
  block(shade(1), -32, -264, 64, 26);
}
