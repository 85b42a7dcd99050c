import { BackSide, Color, type DataTexture, Mesh, ShaderMaterial, SphereGeometry } from 'three';
import { AIR } from './air.ts';

export const SKY = {
  uZenith: { value: new Color() },
  uMiddle: { value: new Color() },
  uHorizon: { value: new Color() },
  /** Brightness of what the sky lights, against noon. */
  uDaylight: { value: 1 },
  uNight: { value: 0 },
};

const VERTEX = /* glsl */ `
varying vec3 vToward;
void main() {
  vToward = position;
  vec4 at = projectionMatrix * mat4(mat3(viewMatrix)) * vec4(position, 1.0);
  gl_Position = at.xyww;
}
`;

/** A gradient, far ridges, clouds of two layers, sun or moon, round stars. */
const FRAGMENT = /* glsl */ `
#include <common>
varying vec3 vToward;
uniform vec3 uZenith;
uniform vec3 uMiddle;
uniform vec3 uHorizon;
uniform vec3 uSunColour;
uniform vec3 uSunDirection;
uniform vec3 uFogColour;
uniform float uNight;
uniform float uTime;
uniform sampler2D uNoise;
float ridge(float around, float scale, float shift) {
  float broad = texture2D(uNoise, vec2(around * scale, shift)).r;
  float sharp = texture2D(uNoise, vec2(around * scale * 4.0, shift + 0.3)).g;
  return broad * 0.8 + sharp * 0.2;
}
vec2 cellNoise(vec2 cell) {
  return fract(sin(vec2(dot(cell, vec2(127.1, 311.7)), dot(cell, vec2(269.5, 183.3)))) * 43758.5453);
}
void main() {
  vec3 toward = normalize(vToward);
  float up = max(toward.y, 0.0);
  vec3 colour = mix(uHorizon, uMiddle, smoothstep(-0.02, 0.14, up));
  colour = mix(colour, uZenith, smoothstep(0.1, 0.62, up)) * 1.12;
  float sunward = max(dot(toward, uSunDirection), 0.0);
  colour += uSunColour * (pow(sunward, 900.0) * 6.0 + pow(sunward, 60.0) * 0.3 + pow(sunward, 7.0) * 0.18) * mix(1.0, 0.35, uNight);
  vec2 ceiling = toward.xz / (toward.y + 0.22) * 0.11 + vec2(uTime * 0.0012, 0.0);
  float cover = texture2D(uNoise, ceiling).r * 0.66 + texture2D(uNoise, ceiling * 2.1 + 0.2).r * 0.24 + texture2D(uNoise, ceiling * 3.3).g * 0.1;
  float cloud = smoothstep(0.52, 0.7, cover) * smoothstep(0.04, 0.2, toward.y);
  float lit = smoothstep(0.5, 0.8, cover - 0.4 * (texture2D(uNoise, ceiling + uSunDirection.xz * 0.03).r - cover));
  vec3 white = mix(mix(uSunColour, vec3(1.0), 0.6), mix(uMiddle, vec3(1.0), 0.5), lit);
  colour = mix(colour, mix(white, white * 0.2 + uMiddle * 0.5, uNight), cloud * 0.82);
  if (uNight > 0.3) {
    vec2 plate = toward.xz / (toward.y + 0.35) * 34.0;
    vec2 cell = floor(plate);
    vec2 seed = cellNoise(cell);
    float spot = length(fract(plate) - 0.2 - seed * 0.6);
    float star = step(0.72, seed.x) * smoothstep(0.09 * (0.4 + seed.y), 0.0, spot);
    colour += star * (0.5 + 0.5 * sin(uTime * 2.0 + seed.y * 40.0) * 0.4) * (1.0 - cloud) * smoothstep(0.3, 1.0, uNight) * smoothstep(0.02, 0.2, toward.y);
  }
  float around = atan(toward.z, toward.x) / 6.2831853;
  float far = 0.02 + 0.16 * (ridge(around, 2.0, 0.13) - 0.3);
  float near = 0.0 + 0.11 * (ridge(around, 3.0, 0.61) - 0.3);
  vec3 blue = mix(uMiddle * 0.62, uFogColour, 0.55);
  colour = mix(colour, blue, smoothstep(0.0, 0.004, far - toward.y) * 0.8);
  colour = mix(colour, mix(blue * 0.8, uFogColour, 0.4), smoothstep(0.0, 0.004, near - toward.y));
  colour = mix(uFogColour, colour, smoothstep(-0.07, 0.006, toward.y));
  gl_FragColor = vec4(colour, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}
`;

/** The dome behind everything. */
export function createSky(noise: DataTexture): Mesh<SphereGeometry, ShaderMaterial> {
  const material = new ShaderMaterial({
    side: BackSide,
    depthWrite: false,
    uniforms: { ...AIR, ...SKY, uNoise: { value: noise } },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
  });
  const mesh = new Mesh(new SphereGeometry(100, 16, 10), material);
  mesh.frustumCulled = false;
  mesh.renderOrder = -1;
  return mesh;
}
