import { type Figure, readFigures } from './figure-models.ts';
import type { LoadAsset } from './view.ts';

const FILES = ['models/people.glb', 'models/creatures.glb'];

/** Loads people and creatures. What is missing is reported and left out: capsules stand in for it. */
export async function loadFigures(asset: LoadAsset): Promise<readonly Figure[]> {
  const figures = await Promise.all(
    FILES.map(async (name) => {
      try {
        return await readFigures(await asset(name));
      } catch (error) {
        console.error(`${name} is missing; capsules stand in for its figures`, error);
        return [];
      }
    }),
  );
  return figures.flat();
}
