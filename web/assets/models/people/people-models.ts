import { BODIES, HAIR_STYLES } from '../../../../shared/content/looks.ts';
import { FIGURE_LEVELS } from '../../../scene/figure-format.ts';
import type { Mesh } from '../../mesh.ts';
import { Sculpt } from '../figure/sculpt.ts';
import { body } from './body.ts';
import { apron, cape, hat, helm, hood, plate, skirt } from './garments.ts';
import { beard, hair } from './hair.ts';
import { axe, hammer, ladle, pickaxe, rod, shield, stick, sword } from './tools.ts';

const HAIR_PIECES = [...new Set(HAIR_STYLES.flatMap((style) => style.hair ?? []))];

/** What people wear and carry, by its name in `web/scene/worn-pieces.ts`. */
const WORN = { sword, axe, pickaxe, rod, hammer, ladle, stick, shield, helm, hat, hood, cape, apron, plate, skirt };

function worn(draw: (sculpt: Sculpt) => void): Mesh {
  const sculpt = new Sculpt('near');
  draw(sculpt);
  return sculpt.mesh();
}

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
  ...Object.entries(WORN).map(([name, draw]): [string, () => Mesh] => [name, () => worn(draw)]),
]);
