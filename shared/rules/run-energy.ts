/** Run energy when full; shown as 100 %. */
export const RUN_ENERGY_FULL = 10_000;
/** Running cannot be switched on below this. */
export const RUN_ENERGY_LEAST = 100;
/** Weight in kg beyond which running costs no more. */
const WEIGHT_MOST = 64;

/**
 * Run energy after a tick. A tick of two steps drains floor((60 + floor(67 w / 64)) (1 - agility / 300)),
 * any other tick regains 15 + floor(agility / 10).
 *
 * @param weight carried weight in kg, clamped to 0..64
 * @param agility agility level, 1..99
 */
export function runEnergyAfter(energy: number, ranThisTick: boolean, weight: number, agility: number): number {
  if (!ranThisTick) return Math.min(RUN_ENERGY_FULL, energy + 15 + Math.floor(agility / 10));
  const clamped = Math.min(Math.max(weight, 0), WEIGHT_MOST);
  const base = 60 + Math.floor((67 * clamped) / 64);
  return Math.max(0, energy - Math.floor((base * (300 - agility)) / 300));
}
