import { type BoneRow, createRig, type Rig } from '../figure/rig.ts';

/** Sides of the body: the front is +z, so +x is its left. */
export const SIDES = [
  { name: 'Left', sign: 1 },
  { name: 'Right', sign: -1 },
] as const;
export type Side = (typeof SIDES)[number];
export type SideName = Side['name'];

type Limb = 'upperArm' | 'lowerArm' | 'hand' | 'grip' | 'upperLeg' | 'lowerLeg' | 'foot';
export type PersonBone =
  | 'root'
  | 'hips'
  | 'spine'
  | 'chest'
  | 'neck'
  | 'head'
  | 'capeUpper'
  | 'capeLower'
  | `${Limb}${SideName}`;

const limbs = ({ name, sign }: Side): BoneRow<PersonBone>[] => [
  [`upperArm${name}`, 'chest', sign * 0.235, 1.21, -0.005],
  [`lowerArm${name}`, `upperArm${name}`, sign * 0.25, 0.985, -0.005],
  [`hand${name}`, `lowerArm${name}`, sign * 0.255, 0.78, 0],
  [`grip${name}`, `hand${name}`, sign * 0.255, 0.7, 0.015],
  [`upperLeg${name}`, 'hips', sign * 0.105, 0.77, 0],
  [`lowerLeg${name}`, `upperLeg${name}`, sign * 0.11, 0.44, 0],
  [`foot${name}`, `lowerLeg${name}`, sign * 0.112, 0.1, -0.01],
];

/** The skeleton of people: 1.7 tiles tall, arms hanging, a fifth of the height the head. */
export const PERSON_RIG: Rig<PersonBone> = createRig<PersonBone>([
  ['root', undefined, 0, 0, 0],
  ['hips', 'root', 0, 0.8, 0],
  ['spine', 'hips', 0, 0.93, 0],
  ['chest', 'spine', 0, 1.08, 0],
  ['neck', 'chest', 0, 1.29, -0.01],
  ['head', 'neck', 0, 1.35, 0],
  ['capeUpper', 'chest', 0, 1.26, -0.14],
  ['capeLower', 'capeUpper', 0, 0.86, -0.19],
  ...SIDES.flatMap(limbs),
]);
