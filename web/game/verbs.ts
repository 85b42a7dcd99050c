import { isPersonId } from '../../shared/content/people.ts';
import type { EntityType } from '../../shared/protocol/entity.ts';
import type { MenuOption } from '../hud/state.ts';

/** What is known of somebody that a verb could be done to. */
export interface Target {
  readonly id: string;
  readonly type: EntityType;
  readonly kind: string | undefined;
  readonly name: string;
  readonly level: number | undefined;
}

/** What verbs ask of the game. */
export interface VerbPorts {
  interact(id: string, option: string): void;
  follow(id: string): void;
  walk(x: number, z: number): void;
}

/** The verbs of a target, the first by default. */
export function verbsOf(target: Target, ports: VerbPorts): MenuOption[] {
  const label = target.level === undefined ? target.name : `${target.name} (level ${target.level})`;
  const options: MenuOption[] = [];
  const add = (verb: string, run: () => void) => options.push({ verb, target: label, run });
  if (target.type === 'person' && target.kind !== undefined && isPersonId(target.kind)) {
    add('Talk to', () => ports.interact(target.id, 'talk'));
  }
  if (target.type === 'player') add('Follow', () => ports.follow(target.id));
  add('Examine', () => ports.interact(target.id, 'examine'));
  return options;
}

/** Whether a plain click does the first verb; on everybody else it walks. */
export function actsByDefault(target: Target): boolean {
  return target.type === 'person';
}

/** Everything that can be done at a place: the verbs of all who are there, and walking. */
export function menuOptions(
  targets: readonly Target[],
  ground: { x: number; z: number } | undefined,
  ports: VerbPorts,
): MenuOption[] {
  const options = targets.flatMap((target) => verbsOf(target, ports));
  const walk: MenuOption[] =
    ground === undefined ? [] : [{ verb: 'Walk here', target: undefined, run: () => ports.walk(ground.x, ground.z) }];
  const [first] = targets;
  const walksFirst = first === undefined || !actsByDefault(first);
  return walksFirst ? [...walk, ...options] : [...options, ...walk];
}
