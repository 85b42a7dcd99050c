import type { RegionId } from '../../../shared/content/regions.ts';
import type { RealWorld } from './real-world.ts';

/** What a developer may do to a local region's time, as its route takes it. */
export type TimeControl =
  | { readonly action: 'pause' | 'resume' }
  | { readonly action: 'speed'; readonly factor: number }
  | { readonly action: 'step'; readonly ticks: number };

/** Pauses, steps or speeds up a region. Returns its tick. @throws where the world refuses */
export async function bendTime({ url }: RealWorld, region: RegionId, control: TimeControl): Promise<number> {
  const response = await fetch(`${url}/dev/regions/${region}/time`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(control),
  });
  if (!response.ok) throw new Error(`${control.action} is answered with ${response.status}`);
  // The route's own answer.
  return ((await response.json()) as { tick: number }).tick;
}
