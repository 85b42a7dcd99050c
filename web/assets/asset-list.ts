import { PERSON_CLIPS } from './clips/person/person-clips.ts';
import { sample } from './clips/sample.ts';
import { packFigures, packStill } from './glb.ts';
import { bakeHearthvale } from './map/hearthvale.ts';
import type { Mesh } from './mesh.ts';
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
        meshes: built(PEOPLE_MODELS),
        clips: PERSON_CLIPS.map((clip) => sample(clip, PERSON_RIG, 'hips')),
      },
    ]),
  'models/scenery.glb': () => packStill(built(SCENERY_MODELS)),
  'maps/hearthvale.terrain.bin': async () => bakeHearthvale().terrain,
  'maps/hearthvale.scenery.bin': async () => bakeHearthvale().scenery,
};

function built(models: Readonly<Record<string, () => Mesh>>): Record<string, Mesh> {
  return Object.fromEntries(Object.entries(models).map(([name, build]) => [name, build()]));
}
