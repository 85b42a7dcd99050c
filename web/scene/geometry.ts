import { BufferAttribute, BufferGeometry } from 'three';
import { flipZ, turnOfYaw } from './coordinates.ts';
import type { Mesh } from './mesh.ts';
import type { Placement } from './scenery-format.ts';

/** Attributes of scenery that three has no name for, by their name in a mesh. */
const EXTRAS = { _WIND: 'aWind', _GLOW: 'aGlow', _GROUP: 'aGroup' } as const;
type ExtraName = keyof typeof EXTRAS;

/** A mesh for the graphics card; what it lacks of the scenery's attributes is zero. */
export function geometryOf(mesh: Mesh): BufferGeometry {
  const count = mesh.position.length / 3;
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(mesh.position, 3));
  geometry.setAttribute('normal', new BufferAttribute(mesh.normal, 3));
  geometry.setAttribute('color', new BufferAttribute(mesh.colour ?? new Float32Array(count * 3).fill(1), 3));
  for (const name of Object.keys(EXTRAS) as ExtraName[]) {
    geometry.setAttribute(EXTRAS[name], new BufferAttribute(extraOf(mesh, name), 1));
  }
  geometry.setIndex(new BufferAttribute(count > 65535 ? mesh.index : Uint16Array.from(mesh.index), 1));
  return geometry;
}

function extraOf(mesh: Mesh, name: ExtraName): Float32Array {
  return mesh.extra?.[name]?.array ?? new Float32Array(mesh.position.length / 3);
}

/** Many placed meshes as one, in three's coordinates. Roofs get the number of their building as `_GROUP`. */
export function mergePlaced(placed: readonly { mesh: Mesh; placement: Placement }[]): Mesh {
  const vertices = placed.reduce((sum, { mesh }) => sum + mesh.position.length / 3, 0);
  const corners = placed.reduce((sum, { mesh }) => sum + mesh.index.length, 0);
  const merged = {
    position: new Float32Array(vertices * 3),
    normal: new Float32Array(vertices * 3),
    colour: new Float32Array(vertices * 3).fill(1),
    index: new Uint32Array(corners),
  };
  const extra = Object.fromEntries(
    (Object.keys(EXTRAS) as ExtraName[]).map((name) => [name, { size: 1, array: new Float32Array(vertices) }]),
  );
  let vertex = 0;
  let corner = 0;
  for (const { mesh, placement } of placed) {
    transformInto(mesh, placement, merged.position, merged.normal, vertex * 3);
    if (mesh.colour !== undefined) merged.colour.set(mesh.colour, vertex * 3);
    for (const name of Object.keys(EXTRAS) as ExtraName[]) {
      const values = extraOf(mesh, name);
      extra[name]?.array.set(
        name === '_GROUP' ? values.map((value) => groupOf(value, placement.building)) : values,
        vertex,
      );
    }
    for (const at of mesh.index) merged.index[corner++] = at + vertex;
    vertex += mesh.position.length / 3;
  }
  return { ...merged, extra };
}

function transformInto(
  mesh: Mesh,
  placement: Placement,
  position: Float32Array,
  normal: Float32Array,
  offset: number,
): void {
  const turn = turnOfYaw(placement.yaw);
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const { scale } = placement;
  const pz = flipZ(placement.z);
  for (let at = 0; at < mesh.position.length; at += 3) {
    const x = mesh.position[at] ?? 0;
    const z = mesh.position[at + 2] ?? 0;
    position[offset + at] = placement.x + (x * cos + z * sin) * scale;
    position[offset + at + 1] = placement.y + (mesh.position[at + 1] ?? 0) * scale;
    position[offset + at + 2] = pz + (-x * sin + z * cos) * scale;
    const nx = mesh.normal[at] ?? 0;
    const nz = mesh.normal[at + 2] ?? 0;
    normal[offset + at] = nx * cos + nz * sin;
    normal[offset + at + 1] = mesh.normal[at + 1] ?? 0;
    normal[offset + at + 2] = -nx * sin + nz * cos;
  }
}

/** Roofs of one building share its number; what only opens up lies a quarter above it. */
function groupOf(value: number, building: number): number {
  if (value > 0.5) return building > 0 ? building : 0.25;
  return value > 0.1 ? building + 0.25 : value;
}
