import { Color, Group, InstancedMesh, type Material, Matrix4, Quaternion, Vector3 } from 'three';
import { flipZ } from './coordinates.ts';
import { geometryOf } from './geometry.ts';
import type { GroundSurface } from './ground-surface.ts';
import type { ModelSet } from './models.ts';
import { hashUnit, noise, smoothstep } from './noise.ts';
import type { Quality } from './quality.ts';
import type { Scenery } from './scenery-format.ts';
import { SCENERY } from './scenery-material.ts';

/** Places per tile, along one axis, where a tuft may grow. */
const PLACES_PER_TILE = 3;
/** The focus moves this far before grass is sown anew. */
const RESOW_TILES = 1.5;
const KINDS = ['tuft-a', 'tuft-b', 'flower-white', 'flower-yellow', 'flower-pink'] as const;
const SEED = 8100;
const UP = new Vector3(0, 1, 0);

export interface Grass {
  readonly group: Group;
  update(x: number, z: number, quality: Quality): void;
  dispose(): void;
}

/**
 * Grass around the focus only. Each place of a fine grid has its own numbers, so a tuft stands
 * where it stood whenever the meadow is sown again; the shader lets it grow out of the ground
 * between nothing at the edge and its full height further in.
 */
export function createGrass(scenery: Scenery, surface: GroundSurface, models: ModelSet, material: Material): Grass {
  const group = new Group();
  const most = 16000;
  const meshes = KINDS.flatMap((kind) => {
    const model = models.get(kind);
    if (model === undefined) return [];
    const mesh = new InstancedMesh(geometryOf(model), material, kind.startsWith('tuft') ? most : 1200);
    mesh.setColorAt(0, new Color());
    mesh.count = 0;
    mesh.frustumCulled = false;
    mesh.receiveShadow = true;
    group.add(mesh);
    return [mesh];
  });
  let sownX = Number.NaN;
  let sownZ = Number.NaN;
  let sownFor: Quality | undefined;
  return {
    group,
    update(x, z, quality) {
      group.visible = quality.tufts > 0;
      if (quality.tufts === 0) return;
      SCENERY.uGrassReach.value = quality.tuftTiles;
      if (sownFor === quality && Math.hypot(x - sownX, z - sownZ) < RESOW_TILES) return;
      sownX = x;
      sownZ = z;
      sownFor = quality;
      sow(scenery, surface, meshes, x, z, quality);
    },
    dispose() {
      for (const mesh of meshes) {
        mesh.geometry.dispose();
        mesh.dispose();
      }
    },
  };
}

const matrix = new Matrix4();
const turn = new Quaternion();
const at = new Vector3();
const size = new Vector3();
const colour = new Color();

function sow(
  scenery: Scenery,
  surface: GroundSurface,
  meshes: readonly InstancedMesh[],
  x: number,
  z: number,
  quality: Quality,
): void {
  for (const mesh of meshes) mesh.count = 0;
  const reach = quality.tuftTiles + RESOW_TILES;
  // Fewer tufts for the same meadow: each place keeps its tuft with this chance.
  const share = Math.min(1, quality.tufts / (Math.PI * quality.tuftTiles ** 2 * PLACES_PER_TILE ** 2 * 0.62));
  const { origin, width, depth } = scenery;
  const from = (middle: number, low: number) => Math.floor(Math.max(middle - reach, low) * PLACES_PER_TILE);
  const to = (middle: number, high: number) => Math.floor(Math.min(middle + reach, high) * PLACES_PER_TILE);
  for (let row = from(z, origin.z); row < to(z, origin.z + depth); row++) {
    for (let column = from(x, origin.x); column < to(x, origin.x + width); column++) {
      if (hashUnit(column, row, SEED) > share) continue;
      const px = (column + hashUnit(column, row, SEED + 1)) / PLACES_PER_TILE;
      const pz = (row + hashUnit(column, row, SEED + 2)) / PLACES_PER_TILE;
      if ((px - x) ** 2 + (pz - z) ** 2 > reach * reach) continue;
      grow(surface, meshes, column, row, px, pz);
    }
  }
  for (const mesh of meshes) {
    mesh.visible = mesh.count > 0;
    mesh.instanceMatrix.needsUpdate = true;
    if (mesh.instanceColor !== null) mesh.instanceColor.needsUpdate = true;
  }
}

function grow(
  surface: GroundSurface,
  meshes: readonly InstancedMesh[],
  column: number,
  row: number,
  x: number,
  z: number,
): void {
  const [earth, rock, sand, cobbles] = surface.coverAt(x, z);
  const bare = Math.max(earth, rock, sand, cobbles);
  const meadow = noise(x * 0.13, z * 0.13, SEED + 3);
  if (bare > 0.34 || hashUnit(column, row, SEED + 4) > 0.62 + meadow * 0.9 - bare) return;
  const height = surface.heightAt(x, z);
  if (height < 0.3) return;
  const shade = surface.shadeAt(x, z);
  if (shade < 0.55) return;
  const chance = hashUnit(column, row, SEED + 5);
  const patch = noise(x * 0.09, z * 0.09, SEED + 6);
  const isFlower = patch > 0.12 && chance < 0.055;
  const kind = isFlower
    ? 2 + Math.floor(hashUnit(Math.floor(x / 9), Math.floor(z / 9), SEED + 7) * 3)
    : chance < 0.55
      ? 0
      : 1;
  const mesh = meshes[kind];
  if (mesh === undefined || mesh.count >= mesh.instanceMatrix.count) return;
  const scale =
    (0.62 + hashUnit(column, row, SEED + 8) * 0.5) * (1 + Math.max(0, meadow) * 0.8) * (isFlower ? 1.05 : 1);
  turn.setFromAxisAngle(UP, hashUnit(column, row, SEED + 9) * 6.283);
  matrix.compose(at.set(x, height - 0.01, flipZ(z)), turn, size.set(scale, scale, scale));
  mesh.setMatrixAt(mesh.count, matrix);
  if (isFlower) colour.setRGB(1, 1, 1);
  else tuftColour(x, z, shade);
  mesh.setColorAt(mesh.count, colour);
  mesh.count++;
}

/** About the colour of the ground's grass there, a little lighter. */
function tuftColour(x: number, z: number, shade: number): void {
  const dry = smoothstep(-0.1, 0.55, noise(x * 0.06 + 9, z * 0.06, SEED + 10));
  const lush = smoothstep(0.5, -0.4, noise(x * 0.22, z * 0.22, SEED + 11));
  colour
    .setRGB(0.19 + 0.19 * dry - 0.05 * lush, 0.39 + 0.09 * dry - 0.05 * lush, 0.06 + 0.045 * dry)
    .multiplyScalar(0.55 + 0.5 * shade);
}
