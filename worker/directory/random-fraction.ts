/** A number in [0, 1) that nobody can predict: names and looks that are made up must not repeat after a restart. */
export function randomFraction(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word / 2 ** 32;
}
