/**
 * Everything that stands on the ground and is not alive: leaves that sway, windows that glow, roofs
 * that hide over somebody indoors, grass that fades out. All of it is instanced, so it is one program.
 */
import {
  BackSide,
  DoubleSide,
  type Material,
  MeshDepthMaterial,
  MeshLambertMaterial,
  type WebGLProgramParametersWithUniforms,
} from 'three';
import { AIR, applyAir } from './air.ts';

export const SCENERY = {
  /** Number of the building whose roof is hidden, and how far: 0 not, 1 fully. */
  uHiddenBuilding: { value: 0 },
  uRoofFade: { value: 0 },
  /** Tiles from the focus at which grass has vanished. */
  uGrassReach: { value: 20 },
};

const VERTEX_PARS = /* glsl */ `
attribute float aWind;
attribute float aGlow;
attribute float aGroup;
varying float vLeaf;
varying float vGlow;
varying float vGroup;
uniform float uTime;
uniform float uGrassReach;
uniform vec3 uFocus;
`;

const SWAY = /* glsl */ `
vLeaf = aWind;
vGlow = aGlow;
vGroup = aGroup;
vec3 rooted = instanceMatrix[3].xyz;
if (aGroup < -0.5) transformed *= 1.0 - smoothstep(0.62, 1.0, distance(rooted.xz, uFocus.xz) / uGrassReach);
if (aWind > 0.0) {
  float phase = uTime * 1.5 + rooted.x * 0.35 - rooted.z * 0.28;
  float gust = aWind * (0.03 * sin(phase) + 0.016 * sin(phase * 2.7 + position.y * 1.7 + position.x));
  transformed.xz += gust * 0.6 * min(position.y + 0.6, 4.0);
}
`;

const FADE_PARS = /* glsl */ `
varying float vLeaf;
varying float vGlow;
varying float vGroup;
uniform float uHiddenBuilding;
uniform float uRoofFade;
float dither(vec2 at) { return fract(52.9829189 * fract(dot(at, vec2(0.06711056, 0.00583715)))); }
bool isHidden() {
  return vGroup > 0.5 && abs(vGroup - uHiddenBuilding) < 0.1 && dither(gl_FragCoord.xy) < uRoofFade;
}
`;

/** Leaves and roofs between the camera and the one it follows open up around them. */
const PEEK = /* glsl */ `
if (isHidden()) discard;
if (vLeaf > 0.01 || vGroup > 0.1) {
  float eye = length(vAir - cameraPosition);
  if (dither(gl_FragCoord.xy) < 1.02 * (1.0 - smoothstep(4.2, 6.2, eye))) discard;
  vec3 sight = uFocus + vec3(0.0, 0.9, 0.0) - cameraPosition;
  float along = dot(vAir - cameraPosition, sight) / dot(sight, sight);
  if (along > 0.05 && along < 0.94) {
    float beside = length(vAir - cameraPosition - sight * along);
    if (dither(gl_FragCoord.xy) < 1.02 * (1.0 - smoothstep(0.8, 1.6, beside))) discard;
  }
}
`;

/** Leaves: the ball's smooth normal bent halfway to the facet's. Grass: straight up, as it is. */
const NORMAL = /* glsl */ `
vec3 normal = normalize(vNormal);
if (vGroup > -0.5) {
  vec3 facet = normalize(cross(dFdx(vViewPosition), dFdy(vViewPosition)));
  if (vLeaf > 0.01) normal = normalize(mix(facet, normal, 0.5));
  else if (vLeaf > 0.001) normal = normalize(mix(facet, normal, 0.25));
  else if (!gl_FrontFacing) normal = -normal;
}
vec3 nonPerturbedNormal = normal;
`;

const GLOW = /* glsl */ `
if (vGlow < 0.0) outgoingLight = diffuseColor.rgb * -vGlow;
else outgoingLight += diffuseColor.rgb * vGlow * uGlow * 2.6;
if (vLeaf > 0.01 && vGroup > -0.5) {
  vec3 toSun = normalize((viewMatrix * vec4(uSunDirection, 0.0)).xyz);
  float through = max(dot(-normalize(vViewPosition), toSun) * 0.5 + 0.5, 0.0);
  outgoingLight += diffuseColor.rgb * uSunColour * (through * through * through) * vec3(0.9, 0.85, 0.3) * 0.1 * min(vLeaf, 1.0);
}
#include <opaque_fragment>
`;

/** The material of scenery. `overlay` draws over everything: marks on the ground. */
export function createSceneryMaterial(overlay = false): MeshLambertMaterial {
  const material = new MeshLambertMaterial({
    vertexColors: true,
    side: DoubleSide,
    shadowSide: BackSide,
    depthTest: !overlay,
    depthWrite: !overlay,
  });
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, SCENERY);
    shader.vertexShader = shader.vertexShader
      .replace('void main() {', `${VERTEX_PARS}\nvoid main() {`)
      .replace('#include <begin_vertex>', `#include <begin_vertex>\n${SWAY}`);
    shader.fragmentShader = shader.fragmentShader
      .replace('void main() {', `${FADE_PARS}\nvoid main() {\n${PEEK}`)
      .replace('#include <normal_fragment_begin>', NORMAL)
      .replace('#include <opaque_fragment>', GLOW);
    applyAir(shader);
  };
  material.customProgramCacheKey = () => 'scenery';
  return material;
}

/** What scenery casts shadows with: a hidden roof casts none. */
export function createSceneryDepthMaterial(): Material {
  const material = new MeshDepthMaterial({ side: DoubleSide });
  material.onBeforeCompile = (shader: WebGLProgramParametersWithUniforms) => {
    Object.assign(shader.uniforms, SCENERY, AIR);
    shader.vertexShader = shader.vertexShader
      .replace('void main() {', `${VERTEX_PARS}\nvoid main() {`)
      .replace('#include <begin_vertex>', `#include <begin_vertex>\n${SWAY}`);
    shader.fragmentShader = shader.fragmentShader.replace(
      'void main() {',
      `${FADE_PARS}\nvoid main() {\nif (isHidden()) discard;`,
    );
  };
  material.customProgramCacheKey = () => 'scenery-depth';
  return material;
}
