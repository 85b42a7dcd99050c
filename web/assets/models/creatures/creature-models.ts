import type { Mesh } from '../../mesh.ts';
import { boar } from './boar.ts';
import { burrowkin } from './burrowkin.ts';
import { moorhen } from './moorhen.ts';
import { plainBeast, plainBird, plainBurrowkin } from './plain.ts';
import { rat } from './rat.ts';

const levels = (name: string, build: (level: 'near' | 'far') => Mesh, plain: () => Mesh) => ({
  [`${name}.near`]: () => build('near'),
  [`${name}.far`]: () => build('far'),
  [`${name}.plain`]: plain,
});

/** Meshes of creatures by skeleton; those on the skeleton of people lie in `models/people.glb`. */
export const CREATURE_MODELS = {
  person: levels('burrowkin', burrowkin, plainBurrowkin),
  beast: { ...levels('boar', boar, () => plainBeast(0.46, 0.26)), ...levels('rat', rat, () => plainBeast(0.34, 0.26)) },
  bird: levels('moorhen', moorhen, plainBird),
};
