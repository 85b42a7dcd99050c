import { type BoneRow, createRig, type Rig } from '../figure/rig.ts';
import { SIDES, type Side } from '../people/person-rig.ts';

type BirdLimb = `${'wing' | 'legUpper' | 'legLower' | 'foot'}${Side['name']}`;
export type BirdBone = 'root' | 'body' | 'neck' | 'head' | 'tail' | BirdLimb;

const limbs = ({ name, sign }: Side): BoneRow<BirdBone>[] => [
  [`wing${name}`, 'body', sign * 0.1, 0.31, 0.06],
  [`legUpper${name}`, 'body', sign * 0.055, 0.19, -0.005],
  [`legLower${name}`, `legUpper${name}`, sign * 0.055, 0.11, -0.005],
  [`foot${name}`, `legLower${name}`, sign * 0.055, 0.02, -0.005],
];

/** The skeleton of birds, at the size of a moorhen. */
export const BIRD_RIG: Rig<BirdBone> = createRig<BirdBone>([
  ['root', undefined, 0, 0, 0],
  ['body', 'root', 0, 0.25, 0],
  ['neck', 'body', 0, 0.31, 0.12],
  ['head', 'neck', 0, 0.42, 0.16],
  ['tail', 'body', 0, 0.29, -0.16],
  ...SIDES.flatMap(limbs),
]);
