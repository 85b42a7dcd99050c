import { RUN_ENERGY_FULL } from '../../../shared/rules/run-energy.ts';
import { isWalkable } from '../../../shared/space/terrain.ts';
import { distance, SOUTH, type Tile } from '../../../shared/space/tile.ts';
import type { Arrival, Command } from '../command.ts';
import { roll } from '../dice.ts';
import { guarded } from '../fault.ts';
import type { Turn } from '../rules.ts';
import { addEntity, playerById, removeEntity } from '../world.ts';

/** Departures, then arrivals, so that whoever comes sees the tick complete. */
export function doors(turn: Turn, commands: readonly Command[]): void {
  for (const command of commands) if (command.kind === 'leave') depart(turn, command);
  for (const command of commands) {
    if (command.kind === 'join') guarded(turn, command, 'doors', () => arrive(turn, command));
    if (command.kind === 'connect') connect(turn, command.id);
    if (command.kind === 'disconnect') disconnect(turn, command.id);
  }
}

function depart(turn: Turn, command: Extract<Command, { kind: 'leave' }>): void {
  const entity = playerById(turn.world, command.id);
  if (entity === undefined) return;
  removeEntity(turn.world, command.id);
  turn.facts.push({ kind: 'left', id: command.id, reason: command.reason, entity });
}

function arrive(turn: Turn, { id, account, epoch, arrival }: Extract<Command, { kind: 'join' }>): void {
  const { world } = turn;
  if (playerById(world, id) !== undefined) return;
  const at = placeOf(turn, arrival);
  const skills = { ...turn.rules.startingSkills, ...arrival.skills };
  addEntity(world, {
    id,
    type: 'player',
    kind: 'player',
    name: arrival.name,
    level: turn.rules.levelOf(skills),
    position: { x: at.x, z: at.z, heading: arrival.at?.heading ?? SOUTH },
    mobile: { route: [], taken: [], jumped: false, behind: { x: at.x, z: at.z } },
    health: { ...arrival.health },
    look: arrival.look,
    player: {
      account,
      epoch,
      connected: false,
      lostTick: world.tick,
      inputTick: world.tick,
      idleWarned: false,
      moves: [],
      moveSeq: 0,
      moveApplied: false,
      running: arrival.running,
      runningMove: false,
      runEnergy: Math.min(Math.max(arrival.runEnergy, 0), RUN_ENERGY_FULL),
      turn: 0,
      turnUntilTick: world.tick,
      skills,
      bag: arrival.bag,
      coins: arrival.coins,
      carried: arrival.carried,
    },
  });
  turn.facts.push({ kind: 'joined', id });
}

/** Where the character was, if somebody can stand there still; else a free tile around the region's spawn. */
function placeOf(turn: Turn, arrival: Arrival): Tile {
  const { terrain, spawn, spawnTiles } = turn.rules;
  if (arrival.at !== undefined && isWalkable(terrain, arrival.at.x, arrival.at.z)) return arrival.at;
  const free: Tile[] = [];
  for (let z = spawn.z - spawnTiles; z <= spawn.z + spawnTiles; z++) {
    for (let x = spawn.x - spawnTiles; x <= spawn.x + spawnTiles; x++) {
      if (isWalkable(terrain, x, z) && distance({ x, z }, spawn) > 0) free.push({ x, z });
    }
  }
  return free[roll(turn.world.dice, Math.max(free.length, 1))] ?? spawn;
}

function connect(turn: Turn, id: string): void {
  const entity = playerById(turn.world, id);
  if (entity === undefined) return;
  entity.player.connected = true;
  entity.player.inputTick = turn.world.tick;
  entity.player.idleWarned = false;
}

/** The body stays where it is, for a while; it finishes the route it is on and starts nothing new. */
function disconnect(turn: Turn, id: string): void {
  const entity = playerById(turn.world, id);
  if (entity === undefined) return;
  entity.player.connected = false;
  entity.player.lostTick = turn.world.tick;
  entity.player.moves = [];
}
