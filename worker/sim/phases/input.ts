import type { Command, WorldRequest } from '../command.ts';
import { isPlayer, type PlayerEntity } from '../components.ts';
import { guarded } from '../fault.ts';
import { requests as ownRequests } from '../requests.ts';
import type { Refusal, RequestHandler, Turn } from '../rules.ts';
import { entities, playerById } from '../world.ts';

/** Requests become intents. Nothing moves yet: a handler decides and returns. */
export function input(turn: Turn, commands: readonly Command[]): void {
  for (const entity of entities(turn.world)) if (isPlayer(entity)) entity.player.moveApplied = false;
  for (const command of commands) {
    if (command.kind !== 'request') continue;
    const player = playerById(turn.world, command.id);
    if (player === undefined) continue;
    guarded(turn, player, 'input', () => obey(turn, player, command.request));
  }
}

function obey(turn: Turn, player: PlayerEntity, request: WorldRequest): void {
  player.player.inputTick = turn.world.tick;
  player.player.idleWarned = false;
  const refusal = handle(turn, player, request);
  if (refusal !== undefined) turn.facts.push({ kind: 'refused', id: player.id, text: refusal, request: request.name });
}

function handle(turn: Turn, player: PlayerEntity, request: WorldRequest): Refusal {
  const handler = turn.rules.requests[request.name] ?? ownRequests[request.name];
  if (handler === undefined) return 'That cannot be done here yet.';
  // The handler was looked up by the request's own name, so payload and handler belong together;
  // the compiler cannot follow that through a union.
  return (handler as RequestHandler<typeof request.name>)(turn, player, request.payload as never);
}
