import { expect, test } from 'vitest';
import { outputOf } from './tool-output.ts';

// --force: an incremental build does not see that the generated types of the bindings changed.
test('every project compiles', async () => {
  expect(await outputOf('typescript/bin/tsc', ['-b', '--force', '--pretty', 'false'])).toBe('');
});
