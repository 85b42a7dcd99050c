import type { DrawnActor } from '../../shared/client/drawn-actor.ts';
import type { GameClient } from '../../shared/client/game-client.ts';
import { hud, type MenuOption } from '../hud/state.ts';
import type { SceneView } from '../scene/view.ts';
import { actsByDefault, menuOptions, type Target, type VerbPorts, verbsOf } from './verbs.ts';

/** What pointing at the world does: walk, act, choose, and say what a click would do. */
export interface Pointing {
  /** Does the first verb; true where it was to walk, so that holding may go on. */
  primary(x: number, y: number): boolean;
  /** Walks on to where the pointer is held. */
  hold(x: number, y: number): void;
  menu(x: number, y: number): void;
  hover(at: { readonly x: number; readonly y: number } | undefined): void;
  /** The first verb of somebody, and the menu of somebody, for the list of who is nearby. */
  actOn(id: string): void;
  menuOf(id: string, x: number, y: number): void;
  walkTo(x: number, z: number): void;
}

export function createPointing(scene: SceneView, client: GameClient): Pointing {
  const walk = (x: number, z: number) => {
    client.moveTo(x, z);
    scene.mark(x, z, 'walk');
  };
  const verbs: VerbPorts = {
    walk,
    follow: (id) => deed(id, () => client.follow(id)),
    interact: (id, option) => deed(id, () => client.interact(id, option)),
  };
  const deed = (id: string, run: () => void) => {
    const actor = client.actor(id);
    if (actor !== undefined) scene.mark(actor.x, actor.z, 'act');
    run();
  };
  const targetsAt = (actorIds: readonly string[]) =>
    actorIds.flatMap((id) => {
      const actor = id === client.own.id ? undefined : client.actor(id);
      return actor === undefined ? [] : [targetOf(actor)];
    });
  let heldTile = '';

  const openMenu = (x: number, y: number, options: MenuOption[]) => {
    if (options.length === 0) return;
    const cancel: MenuOption = { verb: 'Cancel', target: undefined, run: () => undefined };
    hud.menu.value = { x, y, options: [...options, cancel] };
  };

  return {
    walkTo: walk,
    primary(x, y) {
      const { ground, actorIds } = scene.pick(x, y);
      const [first] = targetsAt(actorIds);
      if (first !== undefined && actsByDefault(first)) {
        verbsOf(first, verbs)[0]?.run();
        return false;
      }
      if (ground === undefined) return false;
      heldTile = tileKey(ground);
      walk(ground.x, ground.z);
      return true;
    },
    hold(x, y) {
      const { ground } = scene.pick(x, y);
      if (ground === undefined || tileKey(ground) === heldTile) return;
      heldTile = tileKey(ground);
      walk(ground.x, ground.z);
    },
    menu(x, y) {
      const { ground, actorIds } = scene.pick(x, y);
      openMenu(x, y, menuOptions(targetsAt(actorIds), ground, verbs));
    },
    hover(at) {
      hud.hover.value = at === undefined ? undefined : hoverText(at.x, at.y);
    },
    actOn(id) {
      const actor = client.actor(id);
      if (actor !== undefined) verbsOf(targetOf(actor), verbs)[0]?.run();
    },
    menuOf(id, x, y) {
      const actor = client.actor(id);
      if (actor !== undefined) openMenu(x, y, verbsOf(targetOf(actor), verbs));
    },
  };

  function hoverText(x: number, y: number): typeof hud.hover.value {
    const { ground, actorIds } = scene.pick(x, y);
    const options = menuOptions(targetsAt(actorIds), ground, verbs);
    const [first] = options;
    if (first === undefined) return undefined;
    return { verb: first.verb, target: first.target, more: options.length - 1 };
  }
}

function tileKey({ x, z }: { x: number; z: number }): string {
  return `${Math.floor(x)},${Math.floor(z)}`;
}

function targetOf({ id, type, kind, name = '', level }: DrawnActor): Target {
  return { id, type, kind, name, level };
}
