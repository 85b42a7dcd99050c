import type { Vector } from './vector.ts';

export interface Bone {
  readonly name: string;
  /** Index of the bone that carries this one; −1 for the first. */
  readonly parent: number;
  /** Joint in the rest pose, in model coordinates. */
  readonly at: Vector;
}

/** A skeleton at rest. Bones stand after the ones that carry them, unrotated in the rest pose. */
export interface Rig<Name extends string = string> {
  readonly bones: readonly (Bone & { readonly name: Name })[];
  indexOf(name: Name): number;
  at(name: Name): Vector;
}

/** Rows of a rig: name, the bone that carries it (undefined for the first), joint in model coordinates. */
export type BoneRow<Name extends string> = readonly [
  name: Name,
  parent: Name | undefined,
  x: number,
  y: number,
  z: number,
];

export function createRig<Name extends string>(rows: readonly BoneRow<Name>[]): Rig<Name> {
  const indices = new Map(rows.map(([name], index) => [name, index]));
  const indexOf = (name: Name): number => {
    const index = indices.get(name);
    if (index === undefined) throw new Error(`the rig has no bone ${name}`);
    return index;
  };
  const bones = rows.map(([name, parent, x, y, z]) => {
    const at: Vector = [x, y, z];
    return { name, parent: parent === undefined ? -1 : indexOf(parent), at };
  });
  return { bones, indexOf, at: (name) => bones[indexOf(name)]?.at ?? [0, 0, 0] };
}
