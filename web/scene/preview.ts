/** A person on a canvas of their own: what character creation shows. */
import { CustomToneMapping, DirectionalLight, HemisphereLight, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import type { Look } from '../../shared/protocol/entity.ts';
import { createCrowd } from './crowd.ts';
import { loadFigures } from './figures.ts';
import { installGrade } from './grade.ts';
import type { Actor, ClipName, LoadAsset } from './view.ts';

/** The person of character creation. */
export interface Preview {
  /** Shows a look; what is left out is not worn. */
  show(look: Omit<Look, 'worn'> & Partial<Pick<Look, 'worn'>>): void;
  /** Turns the person by an angle in radians. */
  turn(radians: number): void;
  dispose(): void;
}

/** Radians from straight toward the viewer at which the person begins. */
const FIRST_TURN = 0.42;
/** Between two gestures of somebody who waits, and the gestures in turn. */
const REST_MS = 6500;
const GESTURES: readonly ClipName[] = ['wave', 'think', 'cheer', 'shrug', 'bow'];
const GESTURE_MS = 2400;
const PIXEL_RATIO_MOST = 2;

/** Opens a preview. Rejects where the browser has no WebGL 2; without models a capsule is shown. */
export async function createPreview(canvas: HTMLCanvasElement, asset: LoadAsset): Promise<Preview> {
  installGrade();
  const renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
  renderer.toneMapping = CustomToneMapping;
  renderer.toneMappingExposure = 1.05;
  const crowd = createCrowd(await loadFigures(asset), 'high');
  const scene = new Scene();
  scene.add(crowd.object, new HemisphereLight(0xcfe0f4, 0x6a5238, 1.7));
  const key = new DirectionalLight(0xffe6c0, 3);
  key.position.set(1.6, 2.6, 2.4);
  const back = new DirectionalLight(0x9fc0f0, 1.4);
  back.position.set(-2, 2, -2.4);
  scene.add(key, back);
  const camera = new PerspectiveCamera(26, 1, 0.1, 20);
  const actor: Actor & { look: Look | undefined } = {
    id: 'preview',
    type: 'player',
    kind: undefined,
    look: undefined,
    x: 0,
    z: 0,
    yaw: Math.PI - FIRST_TURN,
    clip: 'idle',
    speed: 0,
  };
  const fit = (): void => {
    const { clientWidth, clientHeight } = canvas;
    renderer.setPixelRatio(Math.min(PIXEL_RATIO_MOST, window.devicePixelRatio));
    renderer.setSize(Math.max(1, clientWidth), Math.max(1, clientHeight), false);
    camera.aspect = Math.max(1, clientWidth) / Math.max(1, clientHeight);
    // The whole height always; in a narrow canvas arms need more distance than height does.
    const away = Math.max(4.4, 2.6 / camera.aspect);
    camera.position.set(0, 1.12, away);
    camera.lookAt(0, 0.88, 0);
    camera.updateProjectionMatrix();
  };
  const observer = new ResizeObserver(fit);
  observer.observe(canvas);
  let begunMs: number | undefined;
  let lastMs = 0;
  renderer.setAnimationLoop((nowMs) => {
    begunMs ??= nowMs;
    actor.clip = clipAt(nowMs - begunMs);
    const actors = actor.look === undefined ? [] : [actor];
    crowd.update({ nowMs, deltaMs: Math.min(100, nowMs - lastMs), actors, heightAt: () => 0 });
    lastMs = nowMs;
    renderer.render(scene, camera);
  });
  return {
    show: ({ worn = {}, ...look }) => {
      actor.look = { ...look, worn };
    },
    turn: (radians) => {
      actor.yaw -= radians;
    },
    dispose() {
      renderer.setAnimationLoop(null);
      observer.disconnect();
      crowd.dispose();
      renderer.dispose();
    },
  };
}

function clipAt(ms: number): ClipName {
  const round = Math.floor(ms / REST_MS);
  return ms % REST_MS > REST_MS - GESTURE_MS ? (GESTURES[round % GESTURES.length] ?? 'idle') : 'idle';
}
