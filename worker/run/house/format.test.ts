import { expect, test } from 'vitest';
import { outputOf } from './tool-output.ts';

test('Biome finds nothing to mend: npm run format mends what it can', async () => {
  const args = ['check', '--error-on-warnings', '--diagnostic-level=warn', '--max-diagnostics=20', '--colors=off', '.'];
  expect(await outputOf('@biomejs/biome/bin/biome', args)).toBe('');
});
