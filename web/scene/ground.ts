import {
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  DataUtils,
  Group,
  HalfFloatType,
  LinearFilter,
  Mesh,
  type MeshLambertMaterial,
  RedFormat,
  RGBAFormat,
  type Texture,
} from 'three';
import { groundSheet, type Sheet } from './ground-mesh.ts';
import type { GroundSurface } from './ground-surface.ts';
import type { Quality } from './quality.ts';
import { GROUND_PER_TILE, GROUND_UNITS, type Scenery } from './scenery-format.ts';
import { createTerrainMaterial } from './terrain-material.ts';

/** Side of a piece of ground, in tiles. */
const CHUNK_TILES = 32;
const SKIRT_TILES = 1.2;

interface Chunk {
  readonly x: number;
  readonly z: number;
  /** Two samples per tile, one, and one per two tiles; built when first drawn. */
  readonly levels: (Mesh | undefined)[];
}

export interface Ground {
  readonly group: Group;
  readonly bed: Texture;
  /** Chooses the pieces to draw around the focus. */
  update(x: number, z: number, quality: Quality): void;
  dispose(): void;
}

/** The ground of the region as pieces of three levels, with the hills around it. */
export function createGround(scenery: Scenery, surface: GroundSurface, noise: DataTexture): Ground {
  const textures = {
    noise,
    splat: mapTexture(scenery.splat, scenery, RGBAFormat),
    shade: mapTexture(scenery.shade, scenery, RedFormat),
  };
  const material = createTerrainMaterial(textures);
  const group = new Group();
  const chunks: Chunk[] = [];
  for (let z = 0; z < scenery.depth; z += CHUNK_TILES) {
    for (let x = 0; x < scenery.width; x += CHUNK_TILES)
      chunks.push({ x: x + scenery.origin.x, z: z + scenery.origin.z, levels: [] });
  }
  const backdrop = meshOf(backdropSheet(scenery), material);
  group.add(backdrop);
  const bed = bedTexture(scenery);
  return {
    group,
    bed,
    update(x, z, quality) {
      backdrop.visible = quality.backdrop;
      for (const chunk of chunks) chooseLevel(chunk, group, material, surface, awayFrom(chunk, x, z), quality);
    },
    dispose() {
      for (const chunk of chunks) for (const level of chunk.levels) level?.geometry.dispose();
      backdrop.geometry.dispose();
      material.dispose();
      for (const texture of [textures.splat, textures.shade, bed]) texture.dispose();
    },
  };
}

function chooseLevel(
  chunk: Chunk,
  group: Group,
  material: MeshLambertMaterial,
  surface: GroundSurface,
  away: number,
  quality: Quality,
): void {
  const level = quality.fineGroundTiles < 0 ? 2 : away < quality.fineGroundTiles ? 0 : 1;
  for (const mesh of chunk.levels) if (mesh !== undefined) mesh.visible = false;
  if (away > quality.groundTiles) return;
  let mesh = chunk.levels[level];
  if (mesh === undefined) {
    const step = [0.5, 1, 2][level] ?? 1;
    const side = CHUNK_TILES / step;
    mesh = meshOf(
      groundSheet(
        { west: chunk.x, south: chunk.z, columns: side, rows: side, step, skirt: level === 2 ? 0 : SKIRT_TILES },
        surface.heightAt,
      ),
      material,
    );
    chunk.levels[level] = mesh;
    group.add(mesh);
  }
  mesh.visible = true;
}

/** Distance of a piece's nearest point. */
function awayFrom(chunk: { x: number; z: number }, x: number, z: number): number {
  const dx = Math.max(chunk.x - x, 0, x - chunk.x - CHUNK_TILES);
  const dz = Math.max(chunk.z - z, 0, z - chunk.z - CHUNK_TILES);
  return Math.hypot(dx, dz);
}

function meshOf(sheet: Sheet, material: MeshLambertMaterial): Mesh {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(sheet.position, 3));
  geometry.setAttribute('normal', new BufferAttribute(sheet.normal, 3));
  geometry.setIndex(new BufferAttribute(sheet.index, 1));
  const mesh = new Mesh(geometry, material);
  mesh.receiveShadow = true;
  return mesh;
}

/** How far below the region's ground the hills' inner rim ends: it closes the seam between the two. */
const RIM_TILES = 2;

function backdropSheet(scenery: Scenery): Sheet {
  const { west, south, step, side, heights } = scenery.backdrop;
  const isInside = (x: number, z: number, inset: number) =>
    x > scenery.origin.x + inset &&
    x < scenery.origin.x + scenery.width - inset &&
    z > scenery.origin.z + inset &&
    z < scenery.origin.z + scenery.depth - inset;
  const heightAt = (x: number, z: number) => {
    const column = Math.min(side - 1, Math.max(0, Math.round((x - west) / step)));
    const row = Math.min(side - 1, Math.max(0, Math.round((z - south) / step)));
    const height = (heights[row * side + column] ?? 0) / GROUND_UNITS;
    return isInside(x, z, 0) ? height - RIM_TILES : height;
  };
  const isHole = (x: number, z: number) => isInside(x, z, step);
  return groundSheet({ west, south, columns: side - 1, rows: side - 1, step, skirt: 0, isHole }, heightAt);
}

function mapTexture(
  bytes: Uint8Array<ArrayBuffer>,
  { width, depth }: Scenery,
  format: typeof RedFormat | typeof RGBAFormat,
): DataTexture {
  const texture = new DataTexture(bytes, width * GROUND_PER_TILE, depth * GROUND_PER_TILE, format);
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
}

/** Heights of the ground for the water above it, in tiles. */
function bedTexture({ ground, width, depth }: Scenery): DataTexture {
  const halves = Uint16Array.from(ground, (height) => DataUtils.toHalfFloat(height / GROUND_UNITS));
  const texture = new DataTexture(
    halves,
    width * GROUND_PER_TILE + 1,
    depth * GROUND_PER_TILE + 1,
    RedFormat,
    HalfFloatType,
  );
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
}
