/**
 * Contact sheets of people and creatures: every body, head of hair, clip and kind in rows, close up
 * and as the game shows them. Open with Vite rooted at the repository, and the name of a sheet
 * after `#`. The same sheet is the same picture.
 */
import {
  CircleGeometry,
  Color,
  CustomToneMapping,
  DirectionalLight,
  HemisphereLight,
  Mesh,
  MeshLambertMaterial,
  PCFShadowMap,
  PerspectiveCamera,
  Scene,
  WebGLRenderer,
} from 'three';
import { AIR } from '../../scene/air.ts';
import { createCrowd } from '../../scene/crowd.ts';
import { loadFigures } from '../../scene/figures.ts';
import { installGrade } from '../../scene/grade.ts';
import { SHEETS, type Sheet } from './sheets.ts';

const ASSETS = new URL('../../../.cache/assets/', location.href);
const canvas = document.querySelector('canvas');
if (canvas === null) throw new Error('the page has no canvas');

installGrade();
const renderer = new WebGLRenderer({ canvas, antialias: true, preserveDrawingBuffer: true });
renderer.toneMapping = CustomToneMapping;
renderer.toneMappingExposure = 1;
renderer.shadowMap.enabled = true;
renderer.shadowMap.type = PCFShadowMap;
renderer.info.autoReset = false;

const manifest = await (await fetch(new URL('manifest.json', ASSETS))).json();
const figures = await loadFigures(async (name) => {
  const file = manifest.files[name];
  if (file === undefined) throw new Error(`no asset is called ${name}`);
  return (await fetch(new URL(file.path, ASSETS))).arrayBuffer();
});

/** Draws a sheet and tells what it cost. */
function draw(sheet: Sheet): Record<string, number> {
  const scene = new Scene();
  scene.background = new Color(0x9db8c8);
  const crowd = createCrowd(figures, sheet.quality ?? 'high');
  const sun = new DirectionalLight(0xffedcf, 3.3);
  sun.position.set(-9, 14, 9);
  sun.castShadow = true;
  sun.shadow.mapSize.set(2048, 2048);
  Object.assign(sun.shadow.camera, { left: -14, right: 14, top: 14, bottom: -14, near: 1, far: 60 });
  sun.shadow.bias = -0.0005;
  sun.shadow.normalBias = 0.045;
  const ground = new Mesh(
    new CircleGeometry(200, 24).rotateX(-Math.PI / 2),
    new MeshLambertMaterial({ color: 0x6f9a45 }),
  );
  ground.receiveShadow = true;
  scene.add(ground, sun, new HemisphereLight(0xbfd6f2, 0x6c7048, 1.25), crowd.object);
  AIR.uFogDensity.value = 0;
  AIR.uFocus.value.set(0, 0, 0);
  AIR.uSunColour.value.set(1, 0.9, 0.75);
  const camera = new PerspectiveCamera(sheet.fov ?? 28, window.innerWidth / window.innerHeight, 0.1, 200);
  camera.position.set(...sheet.camera);
  camera.lookAt(...sheet.target);
  renderer.setSize(window.innerWidth, window.innerHeight, false);
  const frame = (deltaMs: number) => crowd.update({ nowMs: 0, deltaMs, actors: sheet.actors, heightAt: () => 0 });
  if (sheet.stepMs !== undefined) unfold(sheet, sheet.stepMs, frame);
  frame(0);
  const began = performance.now();
  frame(sheet.ms ?? 0);
  const updateMs = performance.now() - began;
  renderer.render(scene, camera);
  renderer.info.reset();
  const drawing = performance.now();
  renderer.render(scene, camera);
  const drawMs = performance.now() - drawing;
  const { calls, triangles } = renderer.info.render;
  const stats = crowd.stats();
  crowd.dispose();
  return { calls, triangles, updateMs, drawMs, crowdCalls: stats.calls, crowdTriangles: stats.triangles };
}

/** Begins one clip after the other, the rightmost last. */
function unfold({ actors }: Sheet, stepMs: number, frame: (deltaMs: number) => void): void {
  const clips = actors.map(({ clip }) => clip);
  for (const actor of actors) actor.clip = 'idle';
  frame(0);
  for (let at = actors.length - 1; at >= 0; at--) {
    const actor = actors[at];
    if (actor !== undefined) actor.clip = clips[at] ?? 'idle';
    frame(stepMs);
  }
}

function drawNamed(name: string): Record<string, number> {
  const sheet = SHEETS[name]?.();
  if (sheet === undefined) throw new Error(`the sheets are ${Object.keys(SHEETS).join(', ')}`);
  return draw(sheet);
}

Object.assign(window, { drawSheet: drawNamed, sheetNames: Object.keys(SHEETS) });
const first = location.hash.slice(1);
if (first !== '') drawNamed(first);
document.body.dataset.ready = 'yes';
