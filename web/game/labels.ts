import type { DrawnActor } from '../../shared/client/drawn-actor.ts';
import type { Label } from '../hud/state.ts';
import type { Actor, SceneView } from '../scene/view.ts';
import type { Speech } from './speech.ts';

/** Tiles from the own character within which creatures are named. */
const CREATURE_NAME_TILES = 7;

/** The labels of one frame: who is who, how they are, and what they say. */
export function labelsOf(
  scene: SceneView,
  speech: Speech,
  actors: readonly Actor[],
  drawn: (id: string) => DrawnActor | undefined,
  ownId: string,
  nowMs: number,
): Label[] {
  const own = drawn(ownId);
  const labels: Label[] = [];
  for (const actor of actors) {
    const source = drawn(actor.id);
    if (source === undefined || actor.type === 'item' || actor.type === 'scenery') continue;
    const said = speech.over(actor.id, nowMs);
    const isFar =
      own !== undefined && Math.max(Math.abs(own.x - actor.x), Math.abs(own.z - actor.z)) > CREATURE_NAME_TILES;
    if (actor.type === 'creature' && isFar && said === undefined) continue;
    const at = scene.project(actor.x, actor.z, scene.headHeight(actor));
    if (at === undefined) continue;
    const { health } = source;
    labels.push({
      id: actor.id,
      x: at.x,
      y: at.y,
      name: source.name ?? '',
      kind: actor.id === ownId ? 'own' : actor.type,
      level: actor.type === 'creature' ? source.level : undefined,
      said,
      health: health !== undefined && health.current < health.max ? health.current / health.max : undefined,
    });
  }
  return labels;
}
