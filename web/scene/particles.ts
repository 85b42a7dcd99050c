import {
  BufferAttribute,
  BufferGeometry,
  CustomBlending,
  OneFactor,
  OneMinusSrcAlphaFactor,
  Points,
  ShaderMaterial,
} from 'three';
import { AIR, AIR_PARS, AIR_VERTEX_PARS } from './air.ts';
import { flipZ } from './coordinates.ts';
import type { GroundSurface } from './ground-surface.ts';
import { createRandom } from './noise.ts';
import type { Scenery } from './scenery-format.ts';
import { SKY } from './sky.ts';

const KINDS = { chimneySmoke: 0, fireSmoke: 1, halo: 2, firefly: 3, ember: 4 } as const;
const PUFFS_PER_CHIMNEY = 14;
const PUFFS_PER_FIRE = 6;
const EMBERS_PER_FIRE = 5;
const FIREFLIES = 420;

const VERTEX = /* glsl */ `
${AIR_VERTEX_PARS}
attribute vec4 aSeed;
varying vec4 vTint;
uniform float uTime;
uniform float uGlow;
uniform float uNight;
uniform float uDaylight;
uniform float uPixels;
uniform vec3 uHorizon;
uniform vec3 uFocus;
void main() {
  vec3 at = position;
  float kind = aSeed.x;
  float size = 0.0;
  if (kind < 1.5) {
    float tall = kind < 0.5 ? 3.4 : 1.7;
    float life = fract(uTime * (kind < 0.5 ? 0.085 : 0.16) + aSeed.y);
    at.y += life * tall;
    at.x += life * life * (kind < 0.5 ? 1.3 : 0.4) + 0.14 * sin(life * 9.0 + aSeed.z * 6.0);
    at.z += 0.12 * cos(life * 7.0 + aSeed.w * 6.0);
    size = (kind < 0.5 ? 0.55 : 0.3) + life * (kind < 0.5 ? 1.35 : 0.7);
    float opacity = (kind < 0.5 ? 0.17 : 0.13) * smoothstep(0.0, 0.2, life) * (1.0 - life);
    vTint = vec4(mix(vec3(0.86, 0.85, 0.83), uHorizon, 0.25) * (0.16 + 0.84 * uDaylight) * opacity, opacity);
  } else if (kind < 2.5) {
    size = 1.5 + aSeed.y * 0.9;
    vTint = vec4(vec3(1.0, 0.62, 0.24) * 0.24 * smoothstep(0.25, 1.3, uGlow) * (1.0 + 0.06 * sin(uTime * 8.0 + aSeed.z * 9.0)), 0.0);
  } else if (kind < 3.5) {
    at += 0.7 * vec3(sin(uTime * 0.5 + aSeed.y * 40.0), 0.5 * sin(uTime * 0.7 + aSeed.z * 40.0), cos(uTime * 0.4 + aSeed.w * 40.0));
    size = 0.11;
    float near = 1.0 - smoothstep(16.0, 26.0, distance(at.xz, uFocus.xz));
    vTint = vec4(vec3(0.95, 1.0, 0.45) * near * smoothstep(0.1, 0.9, uNight) * pow(0.5 + 0.5 * sin(uTime * 1.7 + aSeed.y * 30.0), 2.0), 0.0);
  } else {
    float life = fract(uTime * 0.45 + aSeed.y);
    at += vec3(0.2 * sin(life * 8.0 + aSeed.z * 9.0), life * 1.3, 0.2 * cos(life * 7.0 + aSeed.w * 9.0));
    size = 0.07;
    vTint = vec4(vec3(1.0, 0.5, 0.12) * (1.0 - life) * 1.3, 0.0);
  }
  vAir = at;
  vec4 view = viewMatrix * vec4(at, 1.0);
  gl_Position = projectionMatrix * view;
  gl_PointSize = size * uPixels * projectionMatrix[1][1] / -view.z;
  if (vTint.r + vTint.g < 0.004) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
#include <common>
${AIR_PARS}
varying vec4 vTint;
void main() {
  float soft = 1.0 - length(gl_PointCoord - 0.5) * 2.0;
  if (soft <= 0.0) discard;
  soft = soft * soft * (3.0 - 2.0 * soft);
  gl_FragColor = vTint * soft;
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}
`;

export interface Particles {
  readonly points: Points<BufferGeometry, ShaderMaterial>;
  /** Height of the picture in pixels, and the share of particles to draw. */
  update(pixels: number, share: number): void;
  dispose(): void;
}

/** Smoke, embers, fireflies and the haze around lamps: one draw, moved by the shader from the time alone. */
export function createParticles(scenery: Scenery, surface: GroundSurface): Particles {
  const random = createRandom(5100);
  const position: number[] = [];
  const seed: number[] = [];
  const add = (x: number, y: number, z: number, kind: number) => {
    position.push(x, y, flipZ(z));
    seed.push(kind, random(), random(), random());
  };
  for (const { x, y, z } of scenery.lights) add(x, y, z, KINDS.halo);
  for (const { x, y, z, kind } of scenery.smokes) {
    const puffs = kind === 'chimney' ? PUFFS_PER_CHIMNEY : PUFFS_PER_FIRE;
    for (let puff = 0; puff < puffs; puff++) add(x, y, z, kind === 'chimney' ? KINDS.chimneySmoke : KINDS.fireSmoke);
    if (kind === 'fire') for (let ember = 0; ember < EMBERS_PER_FIRE; ember++) add(x, y - 0.3, z, KINDS.ember);
  }
  for (let index = 0; index < FIREFLIES; index++) {
    const x = random() * scenery.width + scenery.origin.x;
    const z = random() * scenery.depth + scenery.origin.z;
    const [earth, , , cobbles] = surface.coverAt(x, z);
    if (earth + cobbles < 0.3) add(x, surface.heightAt(x, z) + 0.4 + random() * 1.6, z, KINDS.firefly);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(position), 3));
  geometry.setAttribute('aSeed', new BufferAttribute(Float32Array.from(seed), 4));
  const uPixels = { value: 720 };
  const material = new ShaderMaterial({
    uniforms: { ...AIR, ...SKY, uPixels },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
    // Premultiplied: smoke covers what is behind, light is added to it, in one blend.
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
  });
  const points = new Points(geometry, material);
  points.frustumCulled = false;
  points.renderOrder = 3;
  return {
    points,
    update(pixels, share) {
      uPixels.value = pixels / 2;
      points.visible = share > 0;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
