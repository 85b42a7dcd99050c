import {
  Color,
  Frustum,
  Group,
  InstancedMesh,
  type Material,
  Matrix4,
  type PerspectiveCamera,
  Quaternion,
  Sphere,
  Vector3,
} from 'three';
import { flipZ, turnOfYaw } from './coordinates.ts';
import { geometryOf } from './geometry.ts';
import type { ModelSet } from './models.ts';
import type { Quality } from './quality.ts';
import type { Placement, Scenery } from './scenery-format.ts';

const PLANT = /^(oak|pine|bush|rock|ash|birch|apple)\b/;

/** Whether a model is drawn once per copy, with levels, instead of as part of its square of the map. */
export function isPlant(model: string): boolean {
  return PLANT.test(model);
}

/** Multiplied into a plant's colours, by the tint of its placement. Chosen by eye. */
const TINTS = [
  new Color(1, 1, 1),
  new Color(0.86, 0.95, 0.84),
  new Color(1.12, 1.02, 0.78),
  new Color(0.95, 1.05, 0.95),
] as const;

interface Copy {
  readonly matrix: Matrix4;
  readonly colour: Color;
  readonly bounds: Sphere;
  readonly x: number;
  readonly z: number;
}

interface Kind {
  readonly copies: readonly Copy[];
  /** Levels 0, 1, 2. */
  readonly levels: readonly InstancedMesh[];
}

export interface Plants {
  readonly group: Group;
  /** Fills the levels' meshes with the copies to be seen from the camera around the focus. */
  update(x: number, z: number, camera: PerspectiveCamera, quality: Quality): void;
  dispose(): void;
}

/**
 * Trees, bushes and stones: one instanced mesh per kind and level, refilled whenever the camera
 * has moved. A thousand spheres against the frustum cost less than the draw calls of as many squares.
 */
export function createPlants(scenery: Scenery, models: ModelSet, material: Material, depthMaterial: Material): Plants {
  const group = new Group();
  const kinds: Kind[] = [];
  for (const [model, placements] of groupByModel(scenery.placements)) {
    const levels = ['', '~1', '~2'].flatMap((suffix) => {
      const mesh = models.get(model + suffix);
      if (mesh === undefined) return [];
      const instanced = new InstancedMesh(geometryOf(mesh), material, placements.length);
      instanced.setColorAt(0, TINTS[0]);
      instanced.count = 0;
      instanced.frustumCulled = false;
      instanced.receiveShadow = true;
      instanced.customDepthMaterial = depthMaterial;
      group.add(instanced);
      return [instanced];
    });
    if (levels.length === 0) continue;
    const radius = levels[0] === undefined ? 1 : boundsOf(levels[0]);
    kinds.push({ levels, copies: placements.map((placement) => copyOf(placement, radius)) });
  }
  const frustum = new Frustum();
  const view = new Matrix4();
  const last = new Matrix4();
  let lastQuality: Quality | undefined;
  return {
    group,
    update(x, z, camera, quality) {
      view.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
      if (lastQuality === quality && view.equals(last)) return;
      last.copy(view);
      lastQuality = quality;
      frustum.setFromProjectionMatrix(view);
      for (const kind of kinds) fill(kind, x, z, frustum, quality);
    },
    dispose() {
      for (const { levels } of kinds) {
        for (const mesh of levels) {
          mesh.geometry.dispose();
          mesh.dispose();
        }
      }
    },
  };
}

function fill({ copies, levels }: Kind, x: number, z: number, frustum: Frustum, quality: Quality): void {
  for (const mesh of levels) mesh.count = 0;
  for (const copy of copies) {
    const away = Math.hypot(copy.x - x, copy.z - z);
    const casts = away < quality.shadowTiles;
    if (away > quality.plantTiles || !(casts || frustum.intersectsSphere(copy.bounds))) continue;
    const level = away < quality.fullPlantTiles ? 0 : quality.farPlantLevel;
    const mesh = levels[Math.min(level, levels.length - 1)];
    if (mesh === undefined) continue;
    mesh.setMatrixAt(mesh.count, copy.matrix);
    mesh.setColorAt(mesh.count, copy.colour);
    mesh.count++;
  }
  levels.forEach((mesh, level) => {
    mesh.visible = mesh.count > 0;
    mesh.castShadow = quality.shadowSide > 0 && (level === 0 || quality.fullPlantTiles < quality.shadowTiles);
    mesh.instanceMatrix.needsUpdate = true;
    if (mesh.instanceColor !== null) mesh.instanceColor.needsUpdate = true;
  });
}

function groupByModel(placements: readonly Placement[]): Map<string, Placement[]> {
  const groups = new Map<string, Placement[]>();
  for (const placement of placements) {
    if (!isPlant(placement.model)) continue;
    const group = groups.get(placement.model) ?? [];
    group.push(placement);
    groups.set(placement.model, group);
  }
  return groups;
}

const UP = new Vector3(0, 1, 0);

function copyOf({ x, y, z, yaw, scale, tint }: Placement, radius: number): Copy {
  const at = new Vector3(x, y, flipZ(z));
  const turn = new Quaternion().setFromAxisAngle(UP, turnOfYaw(yaw));
  return {
    matrix: new Matrix4().compose(at, turn, new Vector3(scale, scale, scale)),
    colour: TINTS[tint] ?? TINTS[0],
    bounds: new Sphere(new Vector3(x, y + radius * scale * 0.5, flipZ(z)), radius * scale),
    x,
    z,
  };
}

function boundsOf(mesh: InstancedMesh): number {
  mesh.geometry.computeBoundingSphere();
  const sphere = mesh.geometry.boundingSphere;
  return sphere === null ? 1 : sphere.radius + sphere.center.length() * 0.5;
}
