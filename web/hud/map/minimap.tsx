import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useHud } from '../context.ts';
import { hud, type MinimapView } from '../state.ts';
import { type MapProjection, mapToWorld } from './minimap-geometry.ts';
import { createLayerImage, MINIMAP_TILES, paintMinimap } from './minimap-paint.ts';

/** Side of the canvas in its own pixels: sharp at 1.5 device pixels per CSS pixel and a scale of 130 %. */
const SIDE = 304;

/** The round map with the compass on its rim. A click on the map walks there, one on the compass faces north. */
export function Minimap(): JSX.Element {
  const { actions } = useHud();
  const canvas = useRef<HTMLCanvasElement>(null);
  usePainting(canvas);
  const walk = (event: MouseEvent): void => {
    const view = hud.minimap.value;
    const rect = canvas.current?.getBoundingClientRect();
    if (view === undefined || rect === undefined || rect.width === 0) return;
    const ratio = SIDE / rect.width;
    const at = mapToWorld(projection(view), (event.clientX - rect.left) * ratio, (event.clientY - rect.top) * ratio);
    if (at !== undefined) actions.walkTo(at.x, at.z);
  };
  return (
    <div class="minimap">
      <canvas
        ref={canvas}
        class="minimap-canvas"
        width={SIDE}
        height={SIDE}
        role="img"
        aria-label="Minimap"
        onClick={walk}
      />
      <Compass />
    </div>
  );
}

function Compass(): JSX.Element {
  const { actions, ports } = useHud();
  const needle = useRef<SVGGElement>(null);
  useSignalEffect(() => {
    needle.current?.setAttribute('transform', `rotate(${(-hud.cameraYaw.value * 180) / Math.PI})`);
  });
  const face = (): void => {
    ports.sound('click');
    actions.faceNorth();
  };
  return (
    <button type="button" class="compass" aria-label="Face north" title="Face north (N)" onClick={face}>
      <svg viewBox="-20 -20 40 40" aria-hidden="true">
        <g ref={needle}>
          <path d="M0-16 5 0H-5Z" fill="#e5533d" />
          <path d="M0 16 5 0H-5Z" fill="#e9dcc3" />
          <text y="-7.5" text-anchor="middle" font-size="7.5" font-weight="700" fill="#fff">
            N
          </text>
        </g>
      </svg>
    </button>
  );
}

function projection(view: MinimapView): MapProjection {
  return { x: view.x, z: view.z, yaw: hud.cameraYaw.value, pixelsPerTile: SIDE / 2 / MINIMAP_TILES, radius: SIDE / 2 };
}

/** Repaints when what is shown or the camera changes, at most once a frame. */
function usePainting(canvas: { current: HTMLCanvasElement | null }): void {
  const waiting = useRef(0);
  const image = useRef(createLayerImage());
  useSignalEffect(() => {
    const view = hud.minimap.value;
    hud.cameraYaw.value; // Read so that turning the camera repaints.
    if (view === undefined || waiting.current !== 0) return;
    waiting.current = requestAnimationFrame(() => {
      waiting.current = 0;
      const newest = hud.minimap.peek();
      const paint = canvas.current?.getContext('2d');
      if (newest !== undefined && paint) paintMinimap(paint, newest, projection(newest), image.current);
    });
  });
  useEffect(() => () => cancelAnimationFrame(waiting.current), []);
}
