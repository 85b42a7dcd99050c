import {
  DataTexture,
  DoubleSide,
  FloatType,
  type Material,
  MeshDepthMaterial,
  MeshLambertMaterial,
  NearestFilter,
  RGBAFormat,
  SRGBColorSpace,
  type WebGLProgramParametersWithUniforms,
} from 'three';
import { applyAir } from './air.ts';
import { PALETTE_COLUMNS } from './figure-format.ts';

/** Texels of an actor's row: place, first pose, second pose. */
export const ACTOR_TEXELS = 3;

/** The textures from which the crowd is drawn. */
export interface CrowdTextures {
  /** A row per pose, three texels per bone: the rows of its matrix. */
  readonly bones: DataTexture;
  /** A row per actor. */
  readonly actors: DataTexture;
  /** A row of colours per actor. */
  readonly palette: DataTexture;
}

/** Poses: a row each, of the widest skeleton's width. */
export function poseTexture(poses: readonly Float32Array[], bones: number): DataTexture {
  const width = bones * 3;
  const numbers = new Float32Array(Math.max(1, poses.length) * width * 4);
  poses.forEach((pose, row) => {
    numbers.set(pose, row * width * 4);
  });
  return plainTexture(new DataTexture(numbers, width, Math.max(1, poses.length), RGBAFormat, FloatType));
}

export function actorTexture(numbers: Float32Array<ArrayBuffer>): DataTexture {
  const rows = numbers.length / (ACTOR_TEXELS * 4);
  return plainTexture(new DataTexture(numbers, ACTOR_TEXELS, rows, RGBAFormat, FloatType));
}

export function paletteTexture(bytes: Uint8Array<ArrayBuffer>): DataTexture {
  const texture = plainTexture(new DataTexture(bytes, PALETTE_COLUMNS, bytes.length / 4 / PALETTE_COLUMNS, RGBAFormat));
  texture.colorSpace = SRGBColorSpace;
  return texture;
}

function plainTexture(texture: DataTexture): DataTexture {
  texture.magFilter = NearestFilter;
  texture.minFilter = NearestFilter;
  texture.needsUpdate = true;
  return texture;
}

const VERTEX_PARS = /* glsl */ `
attribute vec2 aSlotShade;
attribute vec4 aBones;
attribute float iActor;
uniform highp sampler2D uBones;
uniform highp sampler2D uActors;
uniform sampler2D uPalette;
varying vec3 vFigure;
mat4 bonePose(float row, float bone) {
  ivec2 at = ivec2(int(bone) * 3, int(row));
  vec4 x = texelFetch(uBones, at, 0);
  vec4 y = texelFetch(uBones, at + ivec2(1, 0), 0);
  vec4 z = texelFetch(uBones, at + ivec2(2, 0), 0);
  return mat4(x.x, y.x, z.x, 0.0, x.y, y.y, z.y, 0.0, x.z, y.z, z.z, 0.0, x.w, y.w, z.w, 1.0);
}
mat4 boneNow(float bone, vec4 first, vec4 second) {
  mat4 pose = bonePose(first.x, bone) * (1.0 - first.z) + bonePose(first.y, bone) * first.z;
  if (second.w <= 0.0) return pose;
  mat4 before = bonePose(second.x, bone) * (1.0 - second.z) + bonePose(second.y, bone) * second.z;
  return pose * (1.0 - second.w) + before * second.w;
}
mat4 figurePose() {
  int row = int(iActor);
  vec4 place = texelFetch(uActors, ivec2(0, row), 0);
  vec4 first = texelFetch(uActors, ivec2(1, row), 0);
  vec4 second = texelFetch(uActors, ivec2(2, row), 0);
  mat4 pose = boneNow(aBones.x, first, second);
  if (aBones.w > 0.0) pose = pose * aBones.z + boneNow(aBones.y, first, second) * aBones.w;
  float c = cos(place.w) * first.w;
  float s = sin(place.w) * first.w;
  return mat4(c, 0.0, -s, 0.0, 0.0, first.w, 0.0, 0.0, s, 0.0, c, 0.0, place.xyz, 1.0) * pose;
}
`;

const NORMAL = /* glsl */ `
mat4 figure = figurePose();
vec3 objectNormal = normalize(mat3(figure) * normal);
`;

const POSITION = /* glsl */ `
#ifdef FIGURE_DEPTH
mat4 figure = figurePose();
#endif
vec3 transformed = (figure * vec4(position, 1.0)).xyz;
vFigure = texelFetch(uPalette, ivec2(int(aSlotShade.x), int(iActor)), 0).rgb * aSlotShade.y;
`;

/** A cool edge against the sky keeps people apart from the ground behind them. */
const COLOUR = /* glsl */ `
diffuseColor.rgb *= vFigure;
`;
const RIM = /* glsl */ `
float edge = 1.0 - max(dot(normalize(vViewPosition), normal), 0.0);
outgoingLight += diffuseColor.rgb * edge * edge * edge * (0.25 + 0.75 * max(normal.y, 0.0)) * uSunColour * 0.35;
#include <opaque_fragment>
`;

function pose(shader: WebGLProgramParametersWithUniforms, { bones, actors, palette }: CrowdTextures): void {
  Object.assign(shader.uniforms, {
    uBones: { value: bones },
    uActors: { value: actors },
    uPalette: { value: palette },
  });
  shader.vertexShader = shader.vertexShader
    .replace('#include <common>', `#include <common>\n${VERTEX_PARS}`)
    .replace('#include <beginnormal_vertex>', NORMAL)
    .replace('#include <begin_vertex>', POSITION);
}

/** What people and creatures are drawn with. */
export function createCrowdMaterial(textures: CrowdTextures): MeshLambertMaterial {
  // Limbs are thin: with their back faces alone in the shadow map their shadows begin a foot away from the feet.
  const material = new MeshLambertMaterial({ shadowSide: DoubleSide });
  material.onBeforeCompile = (shader) => {
    pose(shader, textures);
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nvarying vec3 vFigure;')
      .replace('#include <color_fragment>', COLOUR)
      .replace('#include <opaque_fragment>', RIM);
    applyAir(shader);
  };
  material.customProgramCacheKey = () => 'crowd';
  return material;
}

/** What they cast shadows with. */
export function createCrowdDepthMaterial(textures: CrowdTextures): Material {
  const material = new MeshDepthMaterial();
  material.defines = { FIGURE_DEPTH: '' };
  material.onBeforeCompile = (shader) => pose(shader, textures);
  material.customProgramCacheKey = () => 'crowd-depth';
  return material;
}
