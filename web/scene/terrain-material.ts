import { type DataTexture, MeshLambertMaterial, type Texture } from 'three';
import { applyAir } from './air.ts';

export interface GroundTextures {
  readonly noise: DataTexture;
  /** Bare earth, rock, sand, cobbles. */
  readonly splat: Texture;
  readonly shade: Texture;
}

/** A colour as it is written elsewhere, for the shader's linear sums: worked out here once, not in every pixel. */
function linear(red: number, green: number, blue: number): string {
  const channels = [red, green, blue].map((value) => ((value / 255) ** 2.2).toFixed(4));
  return `vec3(${channels.join(', ')})`;
}

const PARS = /* glsl */ `
uniform sampler2D uNoise;
uniform sampler2D uSplat;
uniform sampler2D uShade;
`;

/** Weights from a coarse map, edges from noise: crisp painted borders out of four bytes per half tile. */
const COLOUR = /* glsl */ `
vec2 ground = vAir.xz;
vec2 mapAt = (vec2(ground.x, -ground.y) - uRegionOrigin) / uRegion;
vec4 weights = texture2D(uSplat, mapAt);
vec4 na = texture2D(uNoise, ground * 0.045);
vec4 nb = texture2D(uNoise, ground * 0.19 + 0.3);
float big = texture2D(uNoise, ground * 0.011 + 0.7).r;
float fine = nb.b;
vec3 grass = mix(${linear(76, 122, 46)}, ${linear(122, 160, 62)}, smoothstep(0.3, 0.72, na.r * 0.6 + big * 0.4));
grass = mix(grass, ${linear(166, 174, 84)}, smoothstep(0.55, 0.82, big * 0.6 + nb.g * 0.4) * 0.5);
grass = mix(grass, ${linear(60, 104, 48)}, smoothstep(0.52, 0.3, na.g) * 0.5);
grass *= 0.9 + 0.2 * fine;
grass *= 0.94 + 0.12 * smoothstep(0.5, 0.54, nb.r);
vec3 earth = mix(${linear(138, 108, 76)}, ${linear(174, 144, 102)}, smoothstep(0.3, 0.7, na.g));
earth = mix(earth, ${linear(196, 168, 122)}, smoothstep(0.5, 0.8, nb.g) * 0.45);
earth *= 0.93 + 0.14 * fine;
earth = mix(earth, ${linear(184, 174, 156)}, smoothstep(0.7, 0.76, nb.b) * 0.4);
vec3 rock = mix(${linear(108, 104, 98)}, ${linear(156, 149, 138)}, smoothstep(0.3, 0.7, texture2D(uNoise, (ground + vAir.y * vec2(0.8, 2.1)) * 0.09).g));
rock = mix(rock, ${linear(134, 112, 84)}, smoothstep(0.45, 0.75, na.r) * 0.5);
rock *= 0.84 + 0.3 * fine;
vec3 sand = mix(${linear(208, 184, 132)}, ${linear(230, 212, 162)}, na.g);
sand *= 0.93 + 0.12 * fine;
sand = mix(sand, ${linear(104, 104, 76)}, smoothstep(-0.02, -0.8, vAir.y));
vec4 stone = texture2D(uNoise, ground * 0.15);
vec3 cobble = mix(${linear(156, 147, 131)}, ${linear(180, 169, 150)}, smoothstep(0.3, 0.7, nb.g));
cobble = mix(cobble, ${linear(160, 140, 112)}, smoothstep(0.5, 0.7, na.r) * 0.45);
cobble *= 0.9 + 0.16 * fine;
cobble = mix(${linear(132, 118, 94)}, cobble, smoothstep(0.06, 0.4, stone.a));
float ragged = (na.g - 0.5) * 0.9 + (nb.r - 0.5) * 0.5;
float ofEarth = smoothstep(0.42, 0.58, weights.r + ragged * 0.42);
float ofRock = smoothstep(0.4, 0.6, weights.g + ragged * 0.4);
float ofSand = smoothstep(0.4, 0.62, weights.b + ragged * 0.3);
float ofCobble = smoothstep(0.42, 0.52, weights.a + (stone.a - 0.5) * 0.28 + ragged * 0.16);
float rim = smoothstep(0.16, 0.5, max(weights.r, weights.a) + ragged * 0.42) * (1.0 - max(ofEarth, ofCobble));
vec3 covered = mix(grass, grass * 0.72, rim * 0.6);
covered = mix(covered, rock, ofRock);
covered = mix(covered, earth, ofEarth);
covered = mix(covered, cobble, ofCobble);
covered = mix(covered, sand, ofSand);
diffuseColor.rgb = covered * mix(0.4, 1.0, texture2D(uShade, mapAt).r);
`;

/** The ground: four materials mixed by a map and noise, darkened beside what stands on it. */
export function createTerrainMaterial(textures: GroundTextures): MeshLambertMaterial {
  const material = new MeshLambertMaterial();
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, {
      uNoise: { value: textures.noise },
      uSplat: { value: textures.splat },
      uShade: { value: textures.shade },
    });
    shader.fragmentShader = shader.fragmentShader
      .replace('void main() {', `${PARS}\nvoid main() {`)
      .replace('#include <color_fragment>', COLOUR);
    applyAir(shader);
  };
  material.customProgramCacheKey = () => 'terrain';
  return material;
}
