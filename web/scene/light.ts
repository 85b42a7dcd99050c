import { DirectionalLight, HemisphereLight, Vector3 } from 'three';
import { AIR } from './air.ts';
import { flipZ } from './coordinates.ts';
import { createMood, lightDirection, lightShare, type Mood, moodAt } from './day.ts';
import type { Quality } from './quality.ts';
import { SKY } from './sky.ts';

/** How far behind the focus the sun's camera stands. */
const SUN_AWAY_TILES = 60;
const SHADOW_BIAS = -0.0005;

export interface DayLight {
  readonly sun: DirectionalLight;
  readonly hemisphere: HemisphereLight;
  readonly mood: Mood;
  setQuality(quality: Quality): void;
  /** Sets every colour of the moment, and the sun's shadow around the focus. */
  update(dayFraction: number, focus: { x: number; y: number; z: number }, quality: Quality): void;
}

/** Sun or moon, the sky's fill, and the uniforms that all shaders share. */
export function createDayLight(): DayLight {
  const sun = new DirectionalLight();
  const hemisphere = new HemisphereLight();
  const mood = createMood();
  const direction = AIR.uSunDirection.value;
  const middle = new Vector3();
  return {
    sun,
    hemisphere,
    mood,
    setQuality(quality) {
      sun.castShadow = quality.shadowSide > 0;
      const { shadow } = sun;
      shadow.mapSize.set(Math.max(1, quality.shadowSide), Math.max(1, quality.shadowSide));
      shadow.map?.dispose();
      shadow.map = null;
      const reach = quality.shadowTiles;
      Object.assign(shadow.camera, {
        left: -reach,
        right: reach,
        top: reach,
        bottom: -reach,
        near: 5,
        far: SUN_AWAY_TILES * 2,
      });
      shadow.camera.updateProjectionMatrix();
      shadow.bias = SHADOW_BIAS;
      shadow.normalBias = 0.06;
      shadow.radius = 2;
    },
    update(dayFraction, focus, quality) {
      moodAt(dayFraction, mood);
      lightDirection(dayFraction, direction);
      sun.color.copy(mood.sun);
      sun.intensity = mood.sunStrength * lightShare(dayFraction);
      hemisphere.color.copy(mood.sky);
      hemisphere.groundColor.copy(mood.ground);
      hemisphere.intensity = mood.hemisphereStrength;
      aim(sun, direction, snap(middle.set(focus.x, focus.y, flipZ(focus.z)), direction, quality));
      writeUniforms(mood, quality);
    },
  };
}

function aim(sun: DirectionalLight, direction: Vector3, middle: Vector3): void {
  sun.target.position.copy(middle);
  sun.position.copy(middle).addScaledVector(direction, SUN_AWAY_TILES);
  sun.target.updateMatrixWorld();
  sun.updateMatrixWorld();
}

const right = new Vector3();
const upward = new Vector3();

/** Moves in whole texels of the shadow map, so that shadows do not crawl when the camera follows. */
function snap(middle: Vector3, direction: Vector3, quality: Quality): Vector3 {
  if (quality.shadowSide === 0) return middle;
  const texel = (quality.shadowTiles * 2) / quality.shadowSide;
  right.set(0, 1, 0).cross(direction).normalize();
  upward.copy(direction).cross(right);
  for (const axis of [right, upward]) {
    const along = middle.dot(axis);
    middle.addScaledVector(axis, Math.round(along / texel) * texel - along);
  }
  return middle;
}

function writeUniforms(mood: Mood, quality: Quality): void {
  AIR.uSunColour.value.copy(mood.sun).multiplyScalar(Math.min(1, mood.sunStrength / 3));
  AIR.uFogColour.value.copy(mood.fog);
  AIR.uFogSunColour.value.copy(mood.fogSun);
  AIR.uFogDensity.value = mood.fogDensity * quality.fogScale;
  AIR.uGlow.value = mood.glow;
  SKY.uZenith.value.copy(mood.zenith);
  SKY.uMiddle.value.copy(mood.middle);
  SKY.uHorizon.value.copy(mood.horizon);
  SKY.uNight.value = mood.night;
  SKY.uDaylight.value = Math.min(1, 0.16 + (mood.sunStrength / 3.4) * 0.9);
}
