import { Color, Group, InstancedMesh, type Material, Matrix4 } from 'three';
import { geometryOf, mergePlaced } from './geometry.ts';
import type { Mesh } from './mesh.ts';
import type { ModelSet } from './models.ts';
import { isPlant } from './plants.ts';
import type { Quality } from './quality.ts';
import type { Placement, Scenery } from './scenery-format.ts';

/** Side of the squares whose props are drawn as one mesh, in tiles. */
const CHUNK_TILES = 16;

interface Chunk {
  readonly x: number;
  readonly z: number;
  readonly placements: Placement[];
  /** By level; built when first shown. */
  readonly levels: (InstancedMesh | undefined)[];
}

export interface Props {
  readonly group: Group;
  update(x: number, z: number, quality: Quality): void;
  dispose(): void;
}

/** Houses, walls and everything set out: one mesh per square of the map, in full detail or plain. */
export function createProps(scenery: Scenery, models: ModelSet, material: Material, depthMaterial: Material): Props {
  const group = new Group();
  const chunks = chunksOf(scenery.placements.filter(({ model }) => !isPlant(model)));
  const build = (chunk: Chunk, level: number): InstancedMesh => {
    const suffix = ['', '~1', '~2'][level] ?? '';
    const placed = chunk.placements.flatMap((placement) => {
      const mesh: Mesh | undefined = models.get(placement.model + suffix) ?? models.get(placement.model);
      return mesh === undefined ? [] : [{ mesh, placement }];
    });
    // One instance: so that it shares its program with the plants.
    const mesh = new InstancedMesh(geometryOf(mergePlaced(placed)), material, 1);
    mesh.setMatrixAt(0, new Matrix4());
    mesh.setColorAt(0, new Color(1, 1, 1));
    mesh.castShadow = true;
    mesh.receiveShadow = true;
    mesh.customDepthMaterial = depthMaterial;
    mesh.computeBoundingSphere();
    group.add(mesh);
    return mesh;
  };
  return {
    group,
    update(x, z, quality) {
      for (const chunk of chunks) {
        const away = awayFrom(chunk, x, z);
        const level = away < quality.fullPropTiles ? 0 : quality.farPropLevel;
        if (away <= quality.propTiles) chunk.levels[level] ??= build(chunk, level);
        const shown = away <= quality.propTiles ? chunk.levels[level] : undefined;
        for (const mesh of chunk.levels) if (mesh !== undefined) mesh.visible = mesh === shown;
        if (shown !== undefined) shown.castShadow = away < quality.shadowTiles * 1.3;
      }
    },
    dispose() {
      for (const chunk of chunks) {
        for (const mesh of chunk.levels) {
          mesh?.geometry.dispose();
          mesh?.dispose();
        }
      }
    },
  };
}

function chunksOf(placements: readonly Placement[]): Chunk[] {
  const chunks = new Map<string, Chunk>();
  for (const placement of placements) {
    const x = Math.floor(placement.x / CHUNK_TILES) * CHUNK_TILES;
    const z = Math.floor(placement.z / CHUNK_TILES) * CHUNK_TILES;
    const key = `${x},${z}`;
    const chunk = chunks.get(key) ?? { x, z, placements: [], levels: [] };
    chunk.placements.push(placement);
    chunks.set(key, chunk);
  }
  return [...chunks.values()];
}

function awayFrom(chunk: { x: number; z: number }, x: number, z: number): number {
  const dx = Math.max(chunk.x - x, 0, x - chunk.x - CHUNK_TILES);
  const dz = Math.max(chunk.z - z, 0, z - chunk.z - CHUNK_TILES);
  return Math.hypot(dx, dz);
}
