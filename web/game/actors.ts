import type { DrawnActor } from '../../shared/client/drawn-actor.ts';
import type { Actor, ClipName } from '../scene/view.ts';

/** The clip that shows what somebody does. Moving wins over gestures: whoever walks is seen walking. */
export function clipOf(actor: Readonly<DrawnActor>): ClipName {
  if (actor.moving === 'run') return 'run';
  if (actor.moving === 'walk') return 'walk';
  return clipNamed(actor.occupied) ?? clipNamed(actor.emote) ?? 'idle';
}

const CLIPS: ReadonlySet<string> = new Set<ClipName>([
  'wave',
  'nod',
  'shake',
  'beckon',
  'bow',
  'cheer',
  'dance',
  'laugh',
  'cry',
  'think',
  'clap',
  'shrug',
  'attack',
  'chop',
  'mine',
  'fish',
  'cook',
  'hurt',
  'die',
]);

function clipNamed(name: string | undefined): ClipName | undefined {
  // Every member of the set is a clip's name.
  return name !== undefined && CLIPS.has(name) ? (name as ClipName) : undefined;
}

/** Drawn actors of the client as the scene takes them; kept per id, because there are hundreds every frame. */
export interface SceneActors {
  update(drawn: Iterable<DrawnActor>): readonly Actor[];
}

export function createSceneActors(): SceneActors {
  const byId = new Map<string, Actor>();
  const list: Actor[] = [];
  return {
    update(drawn) {
      list.length = 0;
      for (const source of drawn) {
        const known = byId.get(source.id);
        const actor = known !== undefined && known.look === source.look ? known : create(source);
        if (actor !== known) byId.set(source.id, actor);
        actor.x = source.x;
        actor.z = source.z;
        actor.yaw = source.yaw;
        actor.speed = source.speed;
        actor.clip = clipOf(source);
        list.push(actor);
      }
      if (byId.size > list.length * 2 + 16) prune(byId, list);
      return list;
    },
  };
}

function create({ id, type, kind, look, x, z, yaw, speed }: DrawnActor): Actor {
  return { id, type, kind, look, x, z, yaw, speed, clip: 'idle' };
}

function prune(byId: Map<string, Actor>, list: readonly Actor[]): void {
  const present = new Set(list.map((actor) => actor.id));
  for (const id of byId.keys()) if (!present.has(id)) byId.delete(id);
}
