const LOOK_EVERY_MS = 10;
const LIMIT_MS = 30_000;

/**
 * Looks again and again until something has come true, and returns it: for what another process
 * does in its own time. @throws after `limitMs`, naming what was waited for
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  limitMs: number = LIMIT_MS,
): Promise<Exclude<T, false | undefined>> {
  const end = performance.now() + limitMs;
  for (;;) {
    const seen = await look();
    // What is neither false nor undefined is what was waited for.
    if (seen !== false && seen !== undefined) return seen as Exclude<T, false | undefined>;
    if (performance.now() > end) throw new Error(`waited ${limitMs} ms in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
