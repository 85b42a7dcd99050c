import {
  BufferAttribute,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type Material,
  Mesh,
  type MeshLambertMaterial,
} from 'three';
import type { FigureMesh } from './figure-models.ts';

/** One mesh of figures, drawn once for all who show it. */
export interface CrowdPart {
  readonly mesh: Mesh;
  readonly triangles: number;
  readonly height: number;
  /** How many are drawn with it in this frame. */
  readonly shown: number;
  /** Begins the lists of a frame. */
  clear(): void;
  /** Adds an actor to those who are drawn with it. */
  show(actor: number): void;
  /** Adds an actor to those who only cast its shadow. */
  shade(actor: number): void;
  /** Hands the lists over, if they differ from the frame before. */
  close(): void;
}

export interface PartOptions {
  readonly material: MeshLambertMaterial;
  readonly depthMaterial: Material;
  readonly capacity: number;
  readonly castsShadow: boolean;
  /** Added to palette slots from `firstItemSlot` on: where this piece's colours are. */
  readonly itemColumns: { readonly firstItemSlot: number; readonly shift: number };
}

export function createPart(figure: FigureMesh, options: PartOptions): CrowdPart {
  const { material, depthMaterial, capacity, castsShadow } = options;
  const actors = new InstancedBufferAttribute(new Float32Array(capacity), 1);
  actors.setUsage(DynamicDrawUsage);
  const geometry = geometryOf(figure, options);
  geometry.setAttribute('iActor', actors);
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.castShadow = castsShadow;
  mesh.receiveShadow = true;
  mesh.customDepthMaterial = depthMaterial;
  const shadowOnly: number[] = [];
  let shown = 0;
  let casting = 0;
  let changed = false;
  const put = (at: number, actor: number): void => {
    if (actors.array[at] === actor) return;
    actors.array[at] = actor;
    changed = true;
  };
  // Those who are drawn stand first, then those of whom only the shadow is: one list serves both passes.
  mesh.onBeforeShadow = () => {
    geometry.instanceCount = casting;
  };
  mesh.onAfterShadow = () => {
    geometry.instanceCount = shown;
  };
  return {
    mesh,
    triangles: figure.index.length / 3,
    height: figure.height,
    get shown() {
      return shown;
    },
    clear() {
      shown = 0;
      shadowOnly.length = 0;
    },
    show(actor) {
      if (shown < capacity) put(shown++, actor);
    },
    shade(actor) {
      shadowOnly.push(actor);
    },
    close() {
      casting = shown;
      for (const actor of shadowOnly) if (casting < capacity) put(casting++, actor);
      geometry.instanceCount = shown;
      mesh.visible = casting > 0;
      if (changed) actors.needsUpdate = true;
      changed = false;
    },
  };
}

function geometryOf(figure: FigureMesh, { itemColumns }: PartOptions): InstancedBufferGeometry {
  const { firstItemSlot, shift } = itemColumns;
  const slotShade = new Float32Array(figure.slot.length * 2);
  figure.slot.forEach((slot, vertex) => {
    slotShade.set([slot >= firstItemSlot ? slot + shift : slot, figure.shade[vertex] ?? 1], vertex * 2);
  });
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(figure.position, 3));
  geometry.setAttribute('normal', new BufferAttribute(figure.normal, 3));
  geometry.setAttribute('aSlotShade', new BufferAttribute(slotShade, 2));
  geometry.setAttribute('aBones', new BufferAttribute(figure.bones, 4));
  geometry.setIndex(new BufferAttribute(figure.index, 1));
  geometry.instanceCount = 0;
  return geometry;
}
