import { expect, test } from 'vitest';
import { checkImportDirection } from './import-direction.ts';
import { parseSource } from './source.ts';

function found(path: string, text: string): string[] {
  return checkImportDirection(parseSource(path, text)).map((finding) => finding.text);
}

test.each([
  ['worker/sim/act.ts', "import { a } from '../content/woodcutting.ts';"],
  ['worker/sim/act.ts', "import { pack } from 'msgpackr';"],
  ['worker/content/woodcutting.ts', "import { a } from '../region/region.ts';"],
  ['worker/sync/diff.ts', "export { a } from '../region/region.ts';"],
  ['worker/region/region.ts', "import { a } from '../run/prepare.ts';"],
  ['worker/region/region.ts', "import { a } from '../../web/scene/sky.ts';"],
  ['shared/space/tile.ts', "import type { World } from '../../worker/sim/world.ts';"],
  ['shared/space/tile.ts', "import { join } from 'node:path';"],
  ['shared/space/tile.ts', "type World = import('../../worker/sim/world.ts').World;"],
  ['web/hud/panel.tsx', "import { Vector3 } from 'three';"],
  ['web/hud/panel.tsx', "import { Vector3 } from 'three/webgpu';"],
  ['web/hud/panel.tsx', "import { sky } from '../scene/sky.ts';"],
  ['web/scene/sky.ts', "const link = await import('../main.ts');"],
  ['web/main.ts', "import { app } from '../worker/index.ts';"],
  ['web/main.ts', "const worker = new Worker(new URL('../worker/sim/tick.ts', import.meta.url));"],
  ['tools/thing.ts', ''],
])('%s is stopped: %s', (path, text) => {
  expect(found(path, text)).toHaveLength(1);
});

test.each([
  ['worker/sim/act.ts', "import { tile } from '../../shared/space/tile.ts';"],
  ['worker/content/woodcutting.ts', "import type { World } from '../sim/world.ts';"],
  ['worker/region/region.ts', "import { tick } from '../sim/tick.ts'; import { Hono } from 'hono';"],
  ['worker/sim/act.test.ts', "import { rules } from '../content/rules.ts'; import fc from 'fast-check';"],
  ['worker/run/prepare.ts', "const { buildAssets } = await import('../../web/assets/build.ts');"],
  ['web/e2e/walk.e2e.test.ts', "import { findChromium } from '../../worker/run/chromium.ts';"],
  ['web/main.ts', "import type { AppRoutes } from '../worker/index.ts';"],
  ['web/scene/sky.ts', "import { Vector3 } from 'three/addons/thing.js';"],
  ['web/run/gallery.ts', "const folder = new URL('../../.cache/assets/', import.meta.url);"],
])('%s may: %s', (path, text) => {
  expect(found(path, text)).toEqual([]);
});

test('a finding says where to turn', () => {
  const [sim] = found('worker/sim/act.ts', "import { a } from '../content/woodcutting.ts';");
  expect(sim).toBe(
    'worker/sim may not import worker/content/woodcutting.ts: what both need belongs into shared; the rest is passed in by the caller',
  );
});
