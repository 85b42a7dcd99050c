import { type BoneRow, createRig, type Rig } from '../figure/rig.ts';

/** Legs of a beast: which end, which side (+x is its left), and which pair of a trot they belong to. */
export const BEAST_LEGS = [
  { name: 'foreLeft', carrier: 'chest', sign: 1, z: 0.25 },
  { name: 'foreRight', carrier: 'chest', sign: -1, z: 0.25 },
  { name: 'hindLeft', carrier: 'hips', sign: 1, z: -0.3 },
  { name: 'hindRight', carrier: 'hips', sign: -1, z: -0.3 },
] as const;
export type BeastLeg = (typeof BEAST_LEGS)[number];

type LegBone = `${BeastLeg['name']}${'Upper' | 'Lower' | 'Foot'}`;
export type BeastBone = 'root' | 'hips' | 'chest' | 'neck' | 'head' | 'tail' | 'tailTip' | LegBone;

const leg = ({ name, carrier, sign, z }: BeastLeg): BoneRow<BeastBone>[] => [
  [`${name}Upper`, carrier, sign * 0.125, 0.4, z],
  [`${name}Lower`, `${name}Upper`, sign * 0.125, 0.22, z],
  [`${name}Foot`, `${name}Lower`, sign * 0.125, 0.05, z],
];

/** The skeleton of four-legged creatures, at the size of a boar. */
export const BEAST_RIG: Rig<BeastBone> = createRig<BeastBone>([
  ['root', undefined, 0, 0, 0],
  ['hips', 'root', 0, 0.48, -0.26],
  ['chest', 'hips', 0, 0.5, 0.18],
  ['neck', 'chest', 0, 0.54, 0.38],
  ['head', 'neck', 0, 0.52, 0.52],
  ['tail', 'hips', 0, 0.52, -0.5],
  ['tailTip', 'tail', 0, 0.47, -0.68],
  ...BEAST_LEGS.flatMap(leg),
]);
