/** Gain of a volume in percent: squared, because ears judge by ratio. */
export function gainOf(percent: number): number {
  const share = Math.min(Math.max(percent, 0), 100) / 100;
  return share * share;
}
