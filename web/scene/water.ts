import { type DataTexture, Mesh, PlaneGeometry, ShaderMaterial, type Texture } from 'three';
import { AIR, AIR_PARS, AIR_VERTEX_PARS } from './air.ts';
import { SKY } from './sky.ts';

/** Tiles that the river goes on beyond the region. */
const BEYOND_TILES = 64;

const VERTEX = /* glsl */ `
${AIR_VERTEX_PARS}
void main() {
  vAir = position;
  gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.0);
}
`;

/** Coloured by depth: a foam line where it meets the bank, turquoise shallows, blue in the middle. */
const FRAGMENT = /* glsl */ `
#include <common>
${AIR_PARS}
uniform sampler2D uNoise;
uniform sampler2D uBed;
uniform vec3 uZenith;
uniform vec3 uMiddle;
uniform vec3 uHorizon;
uniform float uDaylight;
void main() {
  vec2 at = vAir.xz;
  float depth = vAir.y - texture2D(uBed, (vec2(at.x, -at.y) - uRegionOrigin) / uRegion).r;
  if (depth < -0.04) discard;
  vec2 drift = vec2(0.004, 0.022) * uTime;
  vec4 slow = texture2D(uNoise, at * 0.05 + drift);
  vec4 quick = texture2D(uNoise, at * 0.11 + drift * 1.7 + 0.4);
  vec2 tilt = ((vec2(slow.r, slow.g) * 0.6 + vec2(quick.g, quick.r) * 0.4) - 0.5) * 0.24;
  vec3 normal = normalize(vec3(tilt.x, 1.0, tilt.y));
  vec3 view = normalize(cameraPosition - vAir);
  float fresnel = 0.03 + 0.97 * pow(1.0 - max(dot(normal, view), 0.0), 4.0);
  vec3 colour = mix(vec3(0.1, 0.4, 0.4), vec3(0.028, 0.19, 0.3), smoothstep(0.05, 0.75, depth));
  colour = mix(colour, vec3(0.016, 0.11, 0.22), smoothstep(0.7, 1.25, depth));
  colour *= uDaylight * (0.94 + 0.22 * slow.g);
  vec3 mirrored = reflect(-view, normal);
  vec3 sky = mix(uHorizon, mix(uMiddle, uZenith, smoothstep(0.15, 0.7, mirrored.y)), smoothstep(0.0, 0.4, mirrored.y));
  colour = mix(colour, sky * 0.9, clamp(fresnel, 0.0, 0.7));
  colour += uSunColour * pow(max(dot(mirrored, uSunDirection), 0.0), 160.0) * 1.8;
  float caustic = smoothstep(0.58, 0.68, slow.g * 0.5 + quick.g * 0.5);
  colour += vec3(0.3, 0.45, 0.4) * caustic * 0.22 * uDaylight * (1.0 - smoothstep(0.2, 0.9, depth));
  float ragged = texture2D(uNoise, at * 0.22 + drift * 2.0).b - 0.5;
  float foam = smoothstep(0.2, 0.04, depth + ragged * 0.16);
  float ring = smoothstep(0.05, 0.0, abs(depth - 0.3 - 0.05 * sin(uTime * 0.8 + at.x * 0.5 + at.y * 0.4) + ragged * 0.22));
  foam = max(foam, ring * 0.5);
  colour = mix(colour, vec3(0.93, 0.97, 0.97) * uDaylight, foam * 0.85);
  colour += vec3(1.0, 0.62, 0.26) * lampAt(at) * lampAt(at) * min(uGlow, 1.6) * 0.9 * (0.6 + slow.r);
  float opacity = mix(0.42, 0.93, smoothstep(0.0, 0.8, depth));
  opacity = max(opacity, foam * 0.9) * smoothstep(-0.03, 0.06, depth);
  gl_FragColor = vec4(throughAir(colour), opacity);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}
`;

/** The surface of all water of the region: one plane, cut out by the ground below it. */
export function createWater(options: {
  level: number;
  width: number;
  depth: number;
  noise: DataTexture;
  bed: Texture;
}): Mesh<PlaneGeometry, ShaderMaterial> {
  const { level, width, depth, noise, bed } = options;
  const geometry = new PlaneGeometry(width + BEYOND_TILES * 2, depth + BEYOND_TILES * 2);
  geometry.rotateX(-Math.PI / 2).translate(width / 2, level, -depth / 2);
  const material = new ShaderMaterial({
    transparent: true,
    depthWrite: false,
    uniforms: { ...AIR, ...SKY, uNoise: { value: noise }, uBed: { value: bed } },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 2;
  return mesh;
}
