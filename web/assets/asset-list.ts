import { BEAST_CLIPS } from './clips/creature/beast-clips.ts';
import { BIRD_CLIPS } from './clips/creature/bird-clips.ts';
import { PERSON_CLIPS } from './clips/person/person-clips.ts';
import { sample } from './clips/sample.ts';
import { packFigures, packStill } from './glb.ts';
import { bakeHearthvale } from './map/hearthvale.ts';
import type { Mesh } from './mesh.ts';
import { BEAST_RIG } from './models/creatures/beast-rig.ts';
import { BIRD_RIG } from './models/creatures/bird-rig.ts';
import { CREATURE_MODELS } from './models/creatures/creature-models.ts';
import { PEOPLE_MODELS } from './models/people/people-models.ts';
import { PERSON_RIG } from './models/people/person-rig.ts';
import { SCENERY_MODELS } from './models/scenery-models.ts';

/** Everything that is built, by logical name, in the order of the manifest. */
export const ASSETS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'models/people.glb': () =>
    packFigures([
      {
        prefix: '',
        rig: PERSON_RIG,
        meshes: built({ ...PEOPLE_MODELS, ...CREATURE_MODELS.person }),
        clips: PERSON_CLIPS.map((clip) => sample(clip, PERSON_RIG, 'hips')),
      },
    ]),
  'models/creatures.glb': () =>
    packFigures([
      {
        prefix: 'beast:',
        rig: BEAST_RIG,
        meshes: built(CREATURE_MODELS.beast),
        clips: BEAST_CLIPS.map((clip) => sample(clip, BEAST_RIG, 'hips')),
      },
      {
        prefix: 'bird:',
        rig: BIRD_RIG,
        meshes: built(CREATURE_MODELS.bird),
        clips: BIRD_CLIPS.map((clip) => sample(clip, BIRD_RIG, 'body')),
      },
    ]),
  'models/scenery.glb': () => packStill(built(SCENERY_MODELS)),
  'maps/hearthvale.terrain.bin': async () => bakeHearthvale().terrain,
  'maps/hearthvale.scenery.bin': async () => bakeHearthvale().scenery,
};

function built(models: Readonly<Record<string, () => Mesh>>): Record<string, Mesh> {
  return Object.fromEntries(Object.entries(models).map(([name, build]) => [name, build()]));
}
