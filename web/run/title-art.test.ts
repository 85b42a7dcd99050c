import { expect, test } from 'vitest';
import { vale } from './title-art.ts';

test('the picture of the title page is what the code draws: `vitest -u` writes it anew', async () => {
  await expect(vale()).toMatchFileSnapshot('../hud/art/vale.svg');
});
