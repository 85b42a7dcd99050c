/**
 * From light to picture: three's ACES curve, then a little contrast and warmth. It is written into
 * three's slot for a custom tone mapping, so that it also serves presets without post-processing.
 */
import { ShaderChunk } from 'three';

const SLOT = 'vec3 CustomToneMapping( vec3 color ) { return color; }';

const GRADE = /* glsl */ `
vec3 CustomToneMapping(vec3 color) {
  vec3 shown = pow(ACESFilmicToneMapping(color), vec3(1.0 / 2.2));
  float grey = dot(shown, vec3(0.3, 0.59, 0.11));
  shown = mix(vec3(grey), shown, 0.97);
  shown = mix(shown, shown * shown * (3.0 - 2.0 * shown), 0.13);
  shown += vec3(0.014, 0.004, -0.012) * (grey - 0.4);
  return pow(clamp(shown, 0.0, 1.0), vec3(2.2));
}
`;

/** Puts the grade into three's shaders. Throws where three has changed the slot. */
export function installGrade(): void {
  const chunk = ShaderChunk.tonemapping_pars_fragment;
  if (chunk.includes('vec3 grey') || chunk.includes('float grey')) return;
  if (!chunk.includes(SLOT)) throw new Error("three's slot for a custom tone mapping is not where it was");
  ShaderChunk.tonemapping_pars_fragment = chunk.replace(SLOT, GRADE);
}
