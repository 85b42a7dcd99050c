/**
 * What lies between the camera and everything drawn: fog that thickens toward the ground and takes
 * the sun's colour toward the sun, and the light of lamps, which comes from one map of the region
 * instead of from point lights, so that every lamp shines at the cost of three texture reads.
 * Every lit material is patched by `applyAir`; the uniforms are shared, and written once per frame.
 */
import {
  Color,
  DataTexture,
  LinearFilter,
  RedFormat,
  type Texture,
  Vector2,
  Vector3,
  type WebGLProgramParametersWithUniforms,
} from 'three';

/** A texture that stands in until the region is loaded. */
function blank(): Texture {
  const texture = new DataTexture(new Uint8Array([0]), 1, 1, RedFormat);
  texture.needsUpdate = true;
  return texture;
}

export const AIR = {
  /** Seconds. */
  uTime: { value: 0 },
  uSunDirection: { value: new Vector3(0, 1, 0) },
  uSunColour: { value: new Color(1, 1, 1) },
  uFogColour: { value: new Color(0.7, 0.8, 0.9) },
  uFogSunColour: { value: new Color(1, 0.9, 0.7) },
  uFogDensity: { value: 0.01 },
  /** How brightly windows and lamps shine: 0 by day. */
  uGlow: { value: 0 },
  /** Where the camera looks, three's coordinates. */
  uFocus: { value: new Vector3() },
  uLampMap: { value: blank() },
  /** Width and depth of the region that the lamp map covers, and its south-west corner. */
  uRegion: { value: new Vector2(1, 1) },
  uRegionOrigin: { value: new Vector2(0, 0) },
};

export const AIR_VERTEX_PARS = /* glsl */ `
varying vec3 vAir;
`;

export const AIR_PARS = /* glsl */ `
varying vec3 vAir;
uniform float uTime;
uniform vec3 uSunDirection;
uniform vec3 uSunColour;
uniform vec3 uFogColour;
uniform vec3 uFogSunColour;
uniform float uFogDensity;
uniform float uGlow;
uniform vec3 uFocus;
uniform sampler2D uLampMap;
uniform vec2 uRegion;
uniform vec2 uRegionOrigin;
vec3 throughAir(vec3 colour) {
  vec3 toward = vAir - cameraPosition;
  float away = length(toward);
  float thick = 1.0 - exp(-uFogDensity * uFogDensity * away * away);
  thick *= clamp(1.12 - vAir.y * 0.016, 0.3, 1.0);
  float sunward = max(dot(toward / away, uSunDirection), 0.0);
  sunward *= sunward;
  sunward *= sunward;
  return mix(colour, mix(uFogColour, uFogSunColour, sunward), clamp(thick, 0.0, 1.0));
}
float lampAt(vec2 at) {
  return texture2D(uLampMap, (vec2(at.x, -at.y) - uRegionOrigin) / uRegion).r;
}
vec3 lampLight(vec3 normal) {
  if (uGlow <= 0.0) return vec3(0.0);
  float here = lampAt(vAir.xz);
  vec2 slope = vec2(lampAt(vAir.xz + vec2(0.6, 0.0)) - here, lampAt(vAir.xz + vec2(0.0, 0.6)) - here);
  vec3 toward = normalize(vec3(slope * 9.0, 0.55));
  vec3 from = (viewMatrix * vec4(toward.x, toward.z, toward.y, 0.0)).xyz;
  float facing = 0.3 + 0.7 * max(dot(normal, from), 0.0);
  float flicker = 1.0 + 0.03 * sin(uTime * 7.0 + vAir.x) + 0.02 * sin(uTime * 13.0);
  float high = clamp(1.35 - max(vAir.y - uFocus.y, 0.0) * 0.16, 0.25, 1.0);
  return vec3(1.0, 0.6, 0.25) * (here * here * 4.6 + here * 1.9) * facing * high * flicker * min(uGlow, 1.6);
}
`;

/** Patches a lit material's shader: lamps, and air in front of it. */
export function applyAir(shader: WebGLProgramParametersWithUniforms): void {
  Object.assign(shader.uniforms, AIR);
  shader.vertexShader = shader.vertexShader
    .replace('#include <common>', `#include <common>\n${AIR_VERTEX_PARS}`)
    .replace('#include <fog_vertex>', 'vAir = cameraPosition + transpose(mat3(viewMatrix)) * mvPosition.xyz;');
  shader.fragmentShader = shader.fragmentShader
    .replace('#include <common>', `#include <common>\n${AIR_PARS}`)
    .replace(
      '#include <lights_fragment_end>',
      '#include <lights_fragment_end>\nreflectedLight.indirectDiffuse += lampLight(normal) * BRDF_Lambert(diffuseColor.rgb);',
    )
    .replace(
      '#include <opaque_fragment>',
      '#include <opaque_fragment>\ngl_FragColor.rgb = throughAir(gl_FragColor.rgb);',
    );
}

/** Sets the map of lamps: a byte per cell, its light. */
export function setLampMap(bytes: Uint8Array<ArrayBuffer>, side: number): void {
  const texture = new DataTexture(bytes, side, bytes.length / side, RedFormat);
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearFilter;
  texture.needsUpdate = true;
  AIR.uLampMap.value.dispose();
  AIR.uLampMap.value = texture;
}
