/** What the tests inside workerd run: the Worker as it is, with one more game in its regions. */
import { larkmark } from '../region/larkmark.ts';
import { RegionShell } from '../region/region.ts';
import { tinyGame } from '../region/tiny-game.test-kit.ts';

export { Character, default } from '../index.ts';

/** Hosts Larkmark, or the tiny game in regions of that name. */
export class Region extends RegionShell {
  protected override gameOf(region: string) {
    return region === 'tiny' ? tinyGame : larkmark(region);
  }
}
