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
  /** Where the last walk was to lead; undefined once one is there, or set out for something else. */
  destination(): Ground | undefined;
}

type Ground = { readonly x: number; readonly z: number };

export function createPointing(scene: SceneView, client: GameClient): Pointing {
  const verbs = sceneVerbs(scene, client);
  const at = (x: number, y: number) => placeAt(scene, client, x, y);
  let heldTile = '';
  let goal: Ground | undefined;
  const walkTo = (x: number, z: number) => {
    goal = { x, z };
    verbs.walk(x, z);
  };
  const walkHeld = (ground: Ground) => {
    heldTile = tileKey(ground);
    walkTo(ground.x, ground.z);
  };
  return {
    walkTo,
    destination() {
      const own = client.actor(client.own.id);
      if (goal !== undefined && own !== undefined && tileKey(own) === tileKey(goal)) goal = undefined;
      return goal;
    },
    primary(x, y) {
      const { ground, targets } = at(x, y);
      const [first] = targets;
      if (first !== undefined && actsByDefault(first)) {
        verbsOf(first, verbs)[0]?.run();
        return false;
      }
      if (ground !== undefined) walkHeld(ground);
      return ground !== undefined;
    },
    hold(x, y) {
      const { ground } = at(x, y);
      if (ground !== undefined && tileKey(ground) !== heldTile) walkHeld(ground);
    },
    menu(x, y) {
      const { ground, targets } = at(x, y);
      openMenu(x, y, menuOptions(targets, ground, verbs));
    },
    hover(pointer) {
      hud.hover.value = undefined;
      if (pointer === undefined) return;
      const { ground, targets } = at(pointer.x, pointer.y);
      const options = menuOptions(targets, ground, verbs);
      const [first] = options;
      if (first !== undefined) hud.hover.value = { verb: first.verb, target: first.target, more: options.length - 1 };
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
}

/** Verbs that mark the ground where they were asked for, so that a click is seen to have been heard. */
function sceneVerbs(scene: SceneView, client: GameClient): VerbPorts {
  const deed = (id: string, run: () => void) => {
    const actor = client.actor(id);
    if (actor !== undefined) scene.mark(actor.x, actor.z, 'act');
    run();
  };
  return {
    walk(x, z) {
      client.moveTo(x, z);
      scene.mark(x, z, 'walk');
    },
    follow: (id) => deed(id, () => client.follow(id)),
    interact: (id, option) => deed(id, () => client.interact(id, option)),
  };
}

/** Who and what is under a point of the screen; oneself is not a target. */
function placeAt(scene: SceneView, client: GameClient, x: number, y: number) {
  const { ground, actorIds } = scene.pick(x, y);
  const targets: Target[] = [];
  for (const id of actorIds) {
    const actor = id === client.own.id ? undefined : client.actor(id);
    if (actor !== undefined) targets.push(targetOf(actor));
  }
  return { ground, targets };
}

function openMenu(x: number, y: number, options: readonly MenuOption[]): void {
  if (options.length === 0) return;
  const cancel: MenuOption = { verb: 'Cancel', target: undefined, run: () => undefined };
  hud.menu.value = { x, y, options: [...options, cancel] };
}

function tileKey({ x, z }: Ground): string {
  return `${Math.floor(x)},${Math.floor(z)}`;
}

function targetOf({ id, type, kind, name = '', level }: DrawnActor): Target {
  return { id, type, kind, name, level };
}
