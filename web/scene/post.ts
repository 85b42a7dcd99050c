import {
  AdditiveBlending,
  type Blending,
  BufferAttribute,
  BufferGeometry,
  HalfFloatType,
  LinearFilter,
  Mesh,
  NoBlending,
  OrthographicCamera,
  Scene,
  ShaderMaterial,
  type Texture,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';

/** Halvings of the picture that the glow is blurred over. */
const LEVELS = 5;
const SAMPLES = 4;

const VERTEX = /* glsl */ `
varying vec2 vAt;
void main() {
  vAt = position.xy * 0.5 + 0.5;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}
`;

/** Thirteen taps would be smoother; five, over five halvings, are enough at this strength. `uKnee` keeps what is bright. */
const DOWN = /* glsl */ `
varying vec2 vAt;
uniform sampler2D uFrom;
uniform vec2 uTexel;
uniform float uKnee;
vec3 bright(vec2 at) {
  vec3 colour = min(texture2D(uFrom, at).rgb, vec3(12.0));
  float most = max(colour.r, max(colour.g, colour.b));
  return colour * (uKnee > 0.0 ? smoothstep(uKnee, uKnee + 0.9, most) : 1.0);
}
void main() {
  vec3 sum = bright(vAt) * 4.0;
  sum += bright(vAt + uTexel * vec2(-1.0, -1.0)) + bright(vAt + uTexel * vec2(1.0, -1.0));
  sum += bright(vAt + uTexel * vec2(-1.0, 1.0)) + bright(vAt + uTexel * vec2(1.0, 1.0));
  gl_FragColor = vec4(sum / 8.0, 1.0);
}
`;

const UP = /* glsl */ `
varying vec2 vAt;
uniform sampler2D uFrom;
uniform vec2 uTexel;
void main() {
  vec3 sum = texture2D(uFrom, vAt + uTexel * vec2(-1.0, 0.0)).rgb + texture2D(uFrom, vAt + uTexel * vec2(1.0, 0.0)).rgb;
  sum += texture2D(uFrom, vAt + uTexel * vec2(0.0, -1.0)).rgb + texture2D(uFrom, vAt + uTexel * vec2(0.0, 1.0)).rgb;
  gl_FragColor = vec4(sum * 0.25 * 0.85, 1.0);
}
`;

const FINISH = /* glsl */ `
varying vec2 vAt;
uniform sampler2D uFrom;
uniform sampler2D uGlowFrom;
void main() {
  vec3 colour = texture2D(uFrom, vAt).rgb + texture2D(uGlowFrom, vAt).rgb * 0.2;
  vec2 off = vAt - 0.5;
  colour *= 1.0 - dot(off, off) * 0.42;
  gl_FragColor = vec4(colour, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}
`;

export interface Post {
  resize(width: number, height: number): void;
  /** Draws a scene through the camera into the picture, with glow. */
  render(draw: () => void): void;
  dispose(): void;
}

/** Draws single passes over the whole picture. */
function createPasses(renderer: WebGLRenderer) {
  const uniforms = {
    uFrom: { value: null as Texture | null },
    uTexel: { value: new Vector2() },
    uKnee: { value: 0 },
    uGlowFrom: { value: null as Texture | null },
  };
  const pass = (fragmentShader: string, blending: Blending) =>
    new ShaderMaterial({
      uniforms,
      vertexShader: VERTEX,
      fragmentShader,
      depthTest: false,
      depthWrite: false,
      blending,
      toneMapped: fragmentShader === FINISH,
    });
  const materials = { down: pass(DOWN, NoBlending), up: pass(UP, AdditiveBlending), finish: pass(FINISH, NoBlending) };
  const triangle = new BufferGeometry();
  triangle.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
  const screen = new Mesh(triangle, materials.down);
  screen.frustumCulled = false;
  const scene = new Scene();
  scene.add(screen);
  const camera = new OrthographicCamera();
  return {
    run(
      name: keyof typeof materials,
      from: WebGLRenderTarget,
      to: WebGLRenderTarget | null,
      more: { knee?: number; glow?: WebGLRenderTarget } = {},
    ) {
      uniforms.uFrom.value = from.texture;
      uniforms.uTexel.value.set(1 / from.width, 1 / from.height);
      uniforms.uKnee.value = more.knee ?? 0;
      uniforms.uGlowFrom.value = more.glow?.texture ?? null;
      screen.material = materials[name];
      renderer.setRenderTarget(to);
      renderer.render(scene, camera);
    },
    dispose() {
      for (const material of Object.values(materials)) material.dispose();
      triangle.dispose();
    },
  };
}

/** Brightness above which light begins to glow. */
const KNEE = 0.95;

/** Glow around what is bright, and the finish of the picture. For the High preset only. */
export function createPost(renderer: WebGLRenderer): Post {
  const target = new WebGLRenderTarget(4, 4, { type: HalfFloatType, samples: SAMPLES });
  const smooth = { type: HalfFloatType, minFilter: LinearFilter, magFilter: LinearFilter, depthBuffer: false };
  const halves = Array.from({ length: LEVELS }, () => new WebGLRenderTarget(4, 4, smooth));
  const passes = createPasses(renderer);
  return {
    resize(width, height) {
      target.setSize(width, height);
      halves.forEach((half, level) => {
        half.setSize(Math.max(2, width >> (level + 1)), Math.max(2, height >> (level + 1)));
      });
    },
    render(draw) {
      renderer.setRenderTarget(target);
      draw();
      const { autoClear } = renderer;
      renderer.autoClear = false;
      halves.forEach((half, level) => {
        passes.run('down', halves[level - 1] ?? target, half, level === 0 ? { knee: KNEE } : {});
      });
      for (let level = LEVELS - 1; level > 0; level--) {
        const [from, to] = [halves[level], halves[level - 1]];
        if (from !== undefined && to !== undefined) passes.run('up', from, to);
      }
      const [glow] = halves;
      passes.run('finish', target, null, glow === undefined ? {} : { glow });
      renderer.autoClear = autoClear;
    },
    dispose() {
      for (const each of [target, ...halves]) each.dispose();
      passes.dispose();
    },
  };
}
