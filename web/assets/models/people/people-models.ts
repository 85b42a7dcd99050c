import { BODIES, HAIR_STYLES } from '../../../../shared/content/looks.ts';
import { FIGURE_LEVELS } from '../../../scene/figure-format.ts';
import type { Mesh } from '../../mesh.ts';
import { body } from './body.ts';
import { beard, hair } from './hair.ts';

const HAIR_PIECES = [...new Set(HAIR_STYLES.flatMap((style) => style.hair ?? []))];

/** Every mesh on the skeleton of people by its name in `models/people.glb`. */
export const PEOPLE_MODELS: Readonly<Record<string, () => Mesh>> = Object.fromEntries([
  ...BODIES.flatMap((_, number) =>
    FIGURE_LEVELS.map((level): [string, () => Mesh] => [
      `body-${number}.${level}`,
      () => body(number === 0 ? 0 : 1, level),
    ]),
  ),
  ...HAIR_PIECES.map((piece): [string, () => Mesh] => [`hair-${piece}`, () => hair(piece)]),
  ['beard', beard],
]);
