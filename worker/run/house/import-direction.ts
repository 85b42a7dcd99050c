import { type Finding, findingAt, type ImportOf, isIn, isTesting, type Source } from './source.ts';

/**
 * What the files of a folder may import. The first row whose folder contains a file decides, so inner folders stand
 * before outer ones. Packages are named by their first part; `undefined` admits any.
 */
type Layer = {
  readonly folder: string;
  readonly places: readonly string[];
  /** Inside of the places, but not for this folder. */
  readonly except?: readonly string[];
  readonly packages?: readonly string[];
  /** Of these only types. */
  readonly typesOf?: readonly string[];
};

const TOOLS = ['worker/run', 'worker/bench', 'worker/chaos'];

const LAYERS: readonly Layer[] = [
  { folder: 'shared', places: ['shared'], packages: ['valibot', 'msgpackr'] },
  { folder: 'worker/sim', places: ['shared', 'worker/sim'], packages: [] },
  { folder: 'worker/content', places: ['shared', 'worker/sim', 'worker/content'], packages: [] },
  // The saved form is one of the three projections.
  {
    folder: 'worker/sync',
    places: ['shared', 'worker/sim', 'worker/sync', 'worker/character/save.ts'],
    packages: ['msgpackr'],
  },
  // The tools build the client's assets and drive every part; nothing of the game imports them.
  { folder: 'worker/run', places: ['shared', 'worker', 'web/assets'] },
  { folder: 'worker/bench', places: ['shared', 'worker'] },
  { folder: 'worker/chaos', places: ['shared', 'worker'] },
  {
    folder: 'worker',
    places: ['shared', 'worker'],
    except: TOOLS,
    packages: ['hono', 'jose', 'valibot', 'msgpackr', 'cloudflare:workers'],
  },
  { folder: 'web/hud', places: ['shared', 'web/hud'], packages: ['preact', '@preact', 'lucide-static', '@fontsource'] },
  { folder: 'web/scene', places: ['shared', 'web/scene'], packages: ['three'] },
  { folder: 'web/input', places: ['shared', 'web/input'], packages: [] },
  { folder: 'web/audio', places: ['shared', 'web/audio'], packages: ['zzfx'] },
  // Builders write the formats that the scene reads.
  { folder: 'web/assets', places: ['shared', 'web/assets', 'web/scene'] },
  { folder: 'web/run', places: ['shared', 'web', 'worker/run'] },
  { folder: 'web/e2e', places: ['shared', 'web', 'worker/run'] },
  { folder: 'web/vite.config.ts', places: ['web'] },
  {
    folder: 'web',
    places: ['shared', 'web'],
    packages: ['preact', '@preact', 'three', 'valibot', '@fontsource'],
    typesOf: ['worker/index.ts', 'worker/api'],
  },
];

/** Whether imports point the way the architecture says. Tests may look at everything. */
export function checkImportDirection(source: Source): Finding[] {
  if (isTesting(source.path)) return [];
  const layer = LAYERS.find(({ folder }) => isIn(source.path, [folder]));
  if (layer === undefined) return [findingAt(source, 0, 'belongs to no folder of the architecture: move it into one')];
  return source.imports
    .filter((one) => !isAllowed(layer, one))
    .map((one) =>
      findingAt(
        source,
        one.start,
        `${layer.folder} may not import ${one.target ?? one.specifier}: ${advice(layer, one)}`,
      ),
    );
}

function isAllowed(
  { places, except = [], packages, typesOf = [] }: Layer,
  { specifier, target, isType }: ImportOf,
): boolean {
  if (target === undefined) {
    const name = specifier.split('/')[0] ?? specifier;
    return packages === undefined || packages.includes(name);
  }
  return (isIn(target, places) && !isIn(target, except)) || (isType && isIn(target, typesOf));
}

function advice({ places, packages = [] }: Layer, { target }: ImportOf): string {
  if (target === undefined)
    return `pass what is needed in from outside (packages admitted here: ${packages.join(', ') || 'none'})`;
  if (isIn(target, TOOLS)) return 'tools drive the game, never the other way round';
  return `what both need belongs into ${places[0]}; the rest is passed in by the caller`;
}
