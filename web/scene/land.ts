import { Group, type PerspectiveCamera, type WebGLRenderer } from 'three';
import { AIR, setLampMap } from './air.ts';
import { createGrass } from './grass.ts';
import { createGround } from './ground.ts';
import { groundSurface } from './ground-surface.ts';
import { lampMap } from './lamp-map.ts';
import type { ModelSet } from './models.ts';
import { createNoiseTexture } from './noise-texture.ts';
import { createParticles } from './particles.ts';
import { createPlants } from './plants.ts';
import { createProps } from './props.ts';
import type { Quality } from './quality.ts';
import type { Scenery } from './scenery-format.ts';
import { createSceneryDepthMaterial, createSceneryMaterial, SCENERY } from './scenery-material.ts';
import { createSky } from './sky.ts';
import { createWater } from './water.ts';

const ANISOTROPY = 8;
/** Time in which a roof goes and comes. */
const ROOF_MS = 180;

export interface LandFrame {
  readonly deltaMs: number;
  readonly focus: { readonly x: number; readonly y: number; readonly z: number };
  readonly camera: PerspectiveCamera;
  readonly quality: Quality;
  /** Height of the picture in pixels. */
  readonly pixels: number;
}

export interface Land {
  readonly group: Group;
  /** Height of the drawn ground; on decks the walking ground is higher. */
  heightAt(x: number, z: number): number;
  update(frame: LandFrame): void;
  dispose(): void;
}

/** Everything of a region that does not walk: ground, water, sky, plants, props, smoke. */
export function createLand(scenery: Scenery, models: ModelSet, renderer: WebGLRenderer): Land {
  const group = new Group();
  const noise = createNoiseTexture(Math.min(ANISOTROPY, renderer.capabilities.getMaxAnisotropy()));
  const surface = groundSurface(scenery);
  AIR.uRegion.value.set(scenery.width, scenery.depth);
  AIR.uRegionOrigin.value.set(scenery.origin.x, scenery.origin.z);
  setLampMap(lampMap(scenery.lights, scenery.origin, scenery.width, scenery.depth), scenery.width * 2);
  const material = createSceneryMaterial();
  const depthMaterial = createSceneryDepthMaterial();
  const ground = createGround(scenery, surface, noise);
  const water = createWater({
    level: scenery.waterLevel,
    width: scenery.width,
    depth: scenery.depth,
    noise,
    bed: ground.bed,
  });
  const sky = createSky(noise);
  const props = createProps(scenery, models, material, depthMaterial);
  const plants = createPlants(scenery, models, material, depthMaterial);
  const grass = createGrass(scenery, surface, models, material);
  const particles = createParticles(scenery, surface);
  group.add(ground.group, water, sky, props.group, plants.group, grass.group, particles.points);
  const parts = [ground, props, plants, grass, particles];
  return {
    group,
    heightAt: surface.heightAt,
    update({ deltaMs, focus, camera, quality, pixels }) {
      ground.update(focus.x, focus.z, quality);
      props.update(focus.x, focus.z, quality);
      plants.update(focus.x, focus.z, camera, quality);
      grass.update(focus.x, focus.z, quality);
      particles.update(pixels, quality.particles);
      hideRoof(scenery, focus, deltaMs);
    },
    dispose() {
      for (const part of parts) part.dispose();
      for (const mesh of [water, sky]) {
        mesh.geometry.dispose();
        mesh.material.dispose();
      }
      for (const each of [material, depthMaterial, noise]) each.dispose();
    },
  };
}

/** Takes the roof off the building that the focus is in; another's comes back at once. */
function hideRoof(scenery: Scenery, focus: { x: number; z: number }, deltaMs: number): void {
  const inside = scenery.interiors.find(
    ({ west, south, width, depth }) =>
      focus.x >= west && focus.x < west + width && focus.z >= south && focus.z < south + depth,
  );
  const { uHiddenBuilding, uRoofFade } = SCENERY;
  if (inside !== undefined && inside.building !== uHiddenBuilding.value) {
    uHiddenBuilding.value = inside.building;
    uRoofFade.value = 0;
  }
  const step = deltaMs / ROOF_MS;
  uRoofFade.value = Math.min(1.01, Math.max(0, uRoofFade.value + (inside === undefined ? -step : step)));
}
