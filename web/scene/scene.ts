/**
 * The drawn world. `createScene` opens the picture; `load` fills it; `draw` makes one frame out of
 * a `Frame` and nothing else: the same frame gives the same picture.
 */
import { CustomToneMapping, type Mesh, PCFShadowMap, Scene, Vector3, WebGLRenderer } from 'three';
import { type Terrain, heightAt as walkingHeight } from '../../shared/space/terrain.ts';
import { AIR } from './air.ts';
import { createOrbitCamera, type OrbitCamera } from './camera.ts';
import { flipZ } from './coordinates.ts';
import { type Crowd, createCrowd } from './crowd.ts';
import { loadFigures } from './figures.ts';
import { createGovernor } from './governor.ts';
import { installGrade } from './grade.ts';
import { createLand, type Land } from './land.ts';
import { createDayLight } from './light.ts';
import { watchLostPicture } from './lost-picture.ts';
import { createMarkers } from './markers.ts';
import { type ModelSet, readModels } from './models.ts';
import { type Capsule, pickAlong, type Ray } from './picking.ts';
import { createPost, type Post } from './post.ts';
import { QUALITIES } from './quality.ts';
import { decodeScenery } from './scenery-format.ts';
import { createSceneryMaterial } from './scenery-material.ts';
import type { Actor, Frame, LoadAsset, QualityName, RenderStats, SceneView } from './view.ts';

/** How far around an actor's middle a pointer still means it. */
const PICK_RADIUS_TILES = 0.42;
const REGION = 'hearthvale';

/** Opens the picture on a canvas. Throws where the browser has no WebGL 2. */
export function createScene(canvas: HTMLCanvasElement, terrain: Terrain, quality: QualityName = 'high'): SceneView {
  installGrade();
  const renderer = new WebGLRenderer({ canvas, antialias: quality !== 'potato', powerPreference: 'high-performance' });
  renderer.toneMapping = CustomToneMapping;
  renderer.shadowMap.enabled = true;
  renderer.shadowMap.type = PCFShadowMap;
  renderer.info.autoReset = false;
  return new DrawnScene(canvas, renderer, terrain);
}

/** A class for its lifetime: it owns what the graphics card holds. */
class DrawnScene implements SceneView {
  readonly camera: OrbitCamera;
  readonly #canvas: HTMLCanvasElement;
  readonly #renderer: WebGLRenderer;
  readonly #terrain: Terrain;
  readonly #scene = new Scene();
  readonly #light = createDayLight();
  readonly #governor = createGovernor('high');
  readonly #markerMaterial = createSceneryMaterial(true);
  readonly #markers = createMarkers(this.#markerMaterial);
  readonly #stopWatching: () => void;
  readonly #point = new Vector3();
  #crowd: Crowd = createCrowd([], 'high');
  #land: Land | undefined;
  #post: Post | undefined;
  #quality: QualityName = 'high';
  #size = { width: 1, height: 1, pixelRatio: 1 };
  #shown: readonly Actor[] = [];
  #frames = 0;
  #scriptMs = 0;

  constructor(canvas: HTMLCanvasElement, renderer: WebGLRenderer, terrain: Terrain) {
    this.#canvas = canvas;
    this.#renderer = renderer;
    this.#terrain = terrain;
    const x = terrain.origin.x + terrain.width / 2;
    const z = terrain.origin.z + terrain.depth / 2;
    this.camera = createOrbitCamera({ x, y: walkingHeight(terrain, x, z), z });
    const { sun, hemisphere } = this.#light;
    this.#scene.add(sun, sun.target, hemisphere, this.#crowd.object, this.#markers.mesh);
    this.#stopWatching = watchLostPicture(canvas, () => this.setQuality(this.#quality));
    this.setQuality(this.#quality);
  }

  async load(asset: LoadAsset, onProgress: (share: number) => void): Promise<void> {
    let done = 0;
    const counted = async (name: string) => {
      const bytes = await asset(name);
      onProgress(++done / 4);
      return bytes;
    };
    const [models, scenery, figures] = await Promise.all([
      counted('models/scenery.glb').then(readModels).catch(reportMissing('models/scenery.glb')),
      counted(`maps/${REGION}.scenery.bin`),
      loadFigures(counted),
    ]);
    this.#scene.remove(this.#crowd.object);
    this.#crowd.dispose();
    this.#crowd = createCrowd(figures, this.#quality);
    this.#scene.add(this.#crowd.object);
    const none: ModelSet = new Map();
    this.#land = createLand(decodeScenery(new Uint8Array(scenery)), models ?? none, this.#renderer);
    this.#scene.add(this.#land.group);
  }

  resize(width: number, height: number, pixelRatio: number): void {
    this.#size = { width: Math.max(1, width), height: Math.max(1, height), pixelRatio };
    this.#renderer.setPixelRatio(Math.min(pixelRatio, QUALITIES[this.#quality].pixelRatioMost));
    this.#renderer.setSize(this.#size.width, this.#size.height, false);
    this.#post?.resize(this.#canvas.width, this.#canvas.height);
    this.camera.resize(this.#size.width / this.#size.height);
  }

  draw(frame: Frame): void {
    const began = performance.now();
    const slower = this.#governor.frame(frame.deltaMs);
    if (slower !== undefined) this.#apply(slower);
    const quality = QUALITIES[this.#quality];
    this.#shown = [...frame.actors];
    const own = this.#shown.find((actor) => actor.id === frame.ownId);
    const heightAt = this.#heightAt;
    this.camera.update(
      frame.deltaMs,
      own === undefined ? undefined : { x: own.x, y: heightAt(own.x, own.z), z: own.z },
      heightAt,
    );
    const { focus, camera } = this.camera;
    AIR.uTime.value = frame.nowMs / 1000;
    AIR.uFocus.value.set(focus.x, focus.y, flipZ(focus.z));
    this.#light.update(frame.dayFraction, focus, quality);
    this.#renderer.toneMappingExposure = this.#light.mood.exposure;
    this.#crowd.update({ nowMs: frame.nowMs, deltaMs: frame.deltaMs, actors: this.#shown, heightAt });
    this.#land?.update({ deltaMs: frame.deltaMs, focus, camera, quality, pixels: this.#canvas.height });
    this.#markers.update(frame.nowMs, heightAt);
    this.#renderer.info.reset();
    this.#renderer.shadowMap.autoUpdate = false;
    this.#renderer.shadowMap.needsUpdate = this.#frames++ % quality.shadowEvery === 0;
    const render = () => this.#renderer.render(this.#scene, camera);
    if (this.#post === undefined) render();
    else this.#post.render(render);
    this.#scriptMs = performance.now() - began;
  }

  pick(
    clientX: number,
    clientY: number,
  ): { ground: { x: number; z: number } | undefined; actorIds: readonly string[] } {
    return pickAlong(
      this.#rayThrough(clientX, clientY),
      this.#surfaceAt,
      this.#shown.map((actor) => this.#capsuleOf(actor)),
    );
  }

  project(x: number, z: number, lift: number): { x: number; y: number } | undefined {
    const point = this.#point.set(x, this.#heightAt(x, z) + lift, flipZ(z)).project(this.camera.camera);
    if (point.z > 1) return undefined;
    return { x: (point.x * 0.5 + 0.5) * this.#size.width, y: (0.5 - point.y * 0.5) * this.#size.height };
  }

  headHeight(actor: Actor): number {
    return this.#crowd.headHeight(actor);
  }

  mark(x: number, z: number, kind: 'walk' | 'act'): void {
    this.#markers.mark(x, z, kind);
  }

  setQuality(quality: QualityName): void {
    this.#governor.choose(quality);
    this.#apply(quality);
  }

  stats(): RenderStats {
    const { render, memory, programs } = this.#renderer.info;
    return {
      calls: render.calls,
      triangles: render.triangles,
      programs: programs?.length ?? 0,
      textures: memory.textures,
      geometries: memory.geometries,
      scriptMs: this.#scriptMs,
    };
  }

  dispose(): void {
    this.#stopWatching();
    this.#land?.dispose();
    this.#crowd.dispose();
    this.#markers.dispose();
    this.#markerMaterial.dispose();
    this.#post?.dispose();
    this.#renderer.dispose();
  }

  #apply(name: QualityName): void {
    if (name !== this.#quality) forgetPrograms(this.#scene);
    this.#quality = name;
    const quality = QUALITIES[name];
    this.#light.setQuality(quality);
    this.#crowd.setQuality(name);
    if (quality.post) this.#post ??= createPost(this.#renderer);
    else {
      this.#post?.dispose();
      this.#post = undefined;
    }
    this.resize(this.#size.width, this.#size.height, this.#size.pixelRatio);
  }

  /** Height on which somebody at a point stands. */
  readonly #heightAt = (x: number, z: number): number => walkingHeight(this.#terrain, x, z);

  /** What a ray from the eye meets first: the ground, or the water over it. */
  readonly #surfaceAt = (x: number, z: number): number => Math.max(0, walkingHeight(this.#terrain, x, z));

  #rayThrough(clientX: number, clientY: number): Ray {
    const box = this.#canvas.getBoundingClientRect();
    const { camera } = this.camera;
    const toward = this.#point
      .set(((clientX - box.left) / box.width) * 2 - 1, 1 - ((clientY - box.top) / box.height) * 2, 0.5)
      .unproject(camera)
      .sub(camera.position)
      .normalize();
    const { x, y, z } = camera.position;
    return { x, y, z: flipZ(z), dx: toward.x, dy: toward.y, dz: flipZ(toward.z) };
  }

  #capsuleOf(actor: Actor): Capsule {
    const height = this.#crowd.headHeight(actor);
    return {
      id: actor.id,
      x: actor.x,
      y: this.#heightAt(actor.x, actor.z),
      z: actor.z,
      radius: Math.min(PICK_RADIUS_TILES, height / 2),
      height,
    };
  }
}

/** A region without its models is still a region: ground, water and sky. */
function reportMissing(name: string): (reason: unknown) => undefined {
  return (reason) => {
    console.error(`${name} is missing; the land is drawn bare`, reason);
    return undefined;
  };
}

/** Lets go of the shaders that another preset compiled; what is still drawn is compiled again when it is. */
function forgetPrograms(scene: Scene): void {
  scene.traverse((object) => {
    const { material } = object as Partial<Pick<Mesh, 'material'>>; // only what is drawn has one
    for (const each of [material ?? []].flat()) each.dispose();
  });
}
