import { prepareRealWorlds } from './real-world.ts';

/** Called by vitest once, before tests that make worlds at the same time: what they share is made first. */
export async function setup(): Promise<void> {
  await prepareRealWorlds();
}
