/**
 * Kills a real workerd again and again while players walk, come and go, and holds the world to its
 * promises after each: ticks go on before anybody asks for anything, everybody is back in the same
 * body within five seconds of walking, and no character is lost or doubled.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { NETWORK_CONSTANTS } from '../../shared/protocol/network-constants.ts';
import { distance, type Tile } from '../../shared/space/tile.ts';
import { groundOf } from '../run/real-world/ground.ts';
import { createRealWorld, type RealWorld } from '../run/real-world/real-world.ts';
import { bendTime } from '../run/real-world/time.ts';
import { until } from '../run/real-world/until.ts';
import { createDice, type Dice, roll, rollBetween } from '../sim/dice.ts';
import { playerById } from '../sim/world.ts';
import { Cast } from './cast.ts';
import { custodyFaults } from './custody-on-disk.ts';
import { type RegionDisk, readAlarm, readCharacters, readDirectory, readRegion } from './disk.ts';
import { closeCodeOf, type Player } from './player.ts';

export interface KillPlan {
  readonly kills: number;
  /** Decides what the players do and when the kills come. Two runs differ all the same: the machine's own timing is not in it. */
  readonly seed: number;
  /** Players from the beginning. */
  readonly players: number;
  /** How much faster than the wall the region runs: more ticks, and more to lose, in every life. */
  readonly speed: number;
}

/** What a run saw. Whatever must never happen is not counted but thrown. */
export interface KillReport {
  readonly seed: number;
  readonly kills: number;
  /** Kills after which ticks went on before any request was sent. */
  readonly resumedUnasked: number;
  /** Kills before which the region had written a checkpoint that clients could be compared with. */
  readonly comparedBodies: number;
  readonly characters: number;
  /** Logins that found their body again after a kill. */
  readonly resumedBodies: number;
  readonly usedTicketsRefused: number;
  /** Furthest that a body was set back, in tiles. */
  readonly furthestBack: number;
  /** From the start of the process to the first tick, in ms. */
  readonly toFirstTickMs: { readonly median: number; readonly most: number };
}

const REGION = 'lark-1/hearthvale';
/** Between two deeds of the cast, in ms. */
const DEED_MS = 15;
/** A life of the world, in ms. */
const LIFE_MS = { least: 50, most: 800 };
/** Walking of five seconds, and the step that is under way. */
const FURTHEST_BACK_TILES = 9;
/** Who has a ticket that was used, or a lease that is another's by now. */
const CLOSE_STALE = 4003;

/** Runs it. @throws at the first promise that is broken, naming the kill, the seed and what the world printed last */
export async function killRun(plan: KillPlan, log: (line: string) => void = () => undefined): Promise<KillReport> {
  const world = await createRealWorld({ TICKET_SECONDS: '3600', LIMITS_SCALE: '10' });
  const dice = createDice(plan.seed);
  const cast = new Cast(world, groundOf(world.bundle, 'hearthvale'), dice, plan.players * 2);
  const tally = { resumedUnasked: 0, comparedBodies: 0, resumedBodies: 0, usedTicketsRefused: 0, furthestBack: 0 };
  const waits: number[] = [];
  let kill = 0;
  try {
    await world.start();
    await bendTime(world, 'hearthvale', { action: 'speed', factor: plan.speed });
    for (let count = 0; count < plan.players; count++) await cast.add();
    await cast.allOnline();
    for (kill = 1; kill <= plan.kills; kill++) {
      world.readyNext();
      await live(cast, dice);
      const waited = await killAndReturn(world, cast, dice, tally, plan.speed);
      waits.push(waited);
      log(`kill ${kill}: first tick after ${waited} ms, ${cast.players.length} players are back`);
    }
    await goHomeAndReturn(world, cast);
  } catch (error) {
    throw new Error(`at kill ${kill} of seed ${plan.seed}: ${String(error)}\n${world.lastLines()}`, { cause: error });
  } finally {
    cast.close();
    await world.remove();
  }
  waits.sort((a, b) => a - b);
  const toFirstTickMs = { median: waits[waits.length >> 1] ?? 0, most: waits.at(-1) ?? 0 };
  return { seed: plan.seed, kills: plan.kills, characters: cast.made.size, ...tally, toFirstTickMs };
}

type Tally = { -readonly [K in keyof KillReport]?: KillReport[K] } & {
  resumedUnasked: number;
  comparedBodies: number;
  resumedBodies: number;
  usedTicketsRefused: number;
  furthestBack: number;
};

/** The world as it is used, until some instant. */
async function live(cast: Cast, dice: Dice): Promise<void> {
  const end = performance.now() + rollBetween(dice, LIFE_MS.least, LIFE_MS.most);
  while (performance.now() < end) {
    cast.act();
    await pause(DEED_MS);
  }
}

async function killAndReturn(world: RealWorld, cast: Cast, dice: Dice, tally: Tally, speed: number): Promise<number> {
  await world.kill();
  cast.gate.isOpen = false;
  await cast.settled();
  const disk = readRegion(world.state);
  if (disk?.alarmMs === undefined) throw new Error('a region with players has no alarm');
  checkDisk(world, cast, disk);
  if (compareBodies(cast, disk, tally)) tally.comparedBodies++;

  const started = performance.now();
  const waited = await ticksByItself(world, disk.alarmMs);
  tally.resumedUnasked++;
  await tryUsedTicket(cast, dice, tally);

  const before = new Map(cast.players.map((player) => [player, player.lastHeard]));
  const leaving = new Set(cast.leaving);
  for (const { trail } of cast.players) trail.clear();
  cast.gate.isOpen = true;
  await cast.allOnline();
  const slots = Math.ceil(((performance.now() - started) * speed) / NETWORK_CONSTANTS.TICK_DURATION_MS);
  for (const [player, heard] of before) {
    checkSame(player);
    if (heard === undefined || leaving.has(player)) continue;
    checkPlace(player, heard, disk, slots);
    tally.resumedBodies++;
  }
  return waited;
}

/**
 * Starts the world again, sends it nothing, and waits until its alarm was moved twice. The first
 * time may be the object that wakes up; the second is a tick. Returns how long that took, in ms.
 */
async function ticksByItself(world: RealWorld, killedAlarmMs: number): Promise<number> {
  const start = performance.now();
  await world.start();
  const seen = new Set<number>([killedAlarmMs]);
  await until('ticks go on by themselves', () => {
    const alarm = readAlarm(world.state);
    if (alarm !== undefined) seen.add(alarm);
    return seen.size > 2;
  });
  return Math.round(performance.now() - start);
}

/** Directory, Character objects and region agree, and know everybody who was ever promised. */
function checkDisk(world: RealWorld, cast: Cast, region: RegionDisk): void {
  const characters = readCharacters(world.state);
  const directory = readDirectory(world.state);
  const faults = custodyFaults(REGION, region, characters);
  for (const [id, name] of cast.made) {
    if (characters.get(id)?.name !== name) faults.push(`${id} (${name}) has no object`);
    if (directory.get(id) !== name) faults.push(`${id} (${name}) is not in the directory`);
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/**
 * Holds the checkpoint to what clients were told: a body stands where it was said to stand at that
 * tick, and not further back than five seconds of walking. Returns whether any could be compared.
 */
function compareBodies(cast: Cast, { checkpoint }: RegionDisk, tally: Tally): boolean {
  let compared = false;
  for (const { trail, character, lastHeard } of cast.players) {
    const body = checkpoint === undefined ? undefined : playerById(checkpoint, character);
    if (body === undefined || checkpoint === undefined || lastHeard === undefined) continue;
    const { x, z } = body.position;
    const told = toldAt(trail, checkpoint.tick);
    if (told !== undefined) {
      compared = true;
      if (told.x !== x || told.z !== z) {
        throw new Error(
          `${character} was told (${told.x}, ${told.z}) for tick ${checkpoint.tick} and was stored at (${x}, ${z})`,
        );
      }
    }
    const back = distance(lastHeard.tile, { x, z });
    tally.furthestBack = Math.max(tally.furthestBack, back);
    if (back > FURTHEST_BACK_TILES) throw new Error(`${character} was set back by ${back} tiles`);
  }
  return compared;
}

/** The tile that a client knew of for a tick; undefined where it heard nothing before it or nothing from it on. */
function toldAt(trail: ReadonlyMap<number, Tile>, tick: number): Tile | undefined {
  let told: Tile | undefined;
  for (const [heard, tile] of trail) {
    if (heard > tick) return told;
    told = tile;
    if (heard === tick) return told;
  }
  return undefined;
}

/** A ticket that was used before the kill stays used, though its login is still the newest. */
async function tryUsedTicket(cast: Cast, dice: Dice, tally: Tally): Promise<void> {
  const tickets = cast.players.flatMap(({ usedTicket }) => usedTicket ?? []);
  const ticket = tickets[roll(dice, Math.max(1, tickets.length))];
  if (ticket === undefined) return;
  const code = await closeCodeOf(ticket);
  if (code !== CLOSE_STALE) throw new Error(`a used ticket was answered with ${code}`);
  tally.usedTicketsRefused++;
}

function checkSame({ client, character }: Player): void {
  if (client.own.id !== character) throw new Error(`${character} came back as ${client.own.id}`);
}

/** The body is where it was heard of last, give or take the steps that were lost and those it took in the slots since. */
function checkPlace(player: Player, heard: { tick: number; tile: Tile }, disk: RegionDisk, slots: number): void {
  const now = player.lastHeard;
  if (now === undefined) throw new Error(`${player.character} is in the world and heard of no tick`);
  const far = distance(heard.tile, now.tile);
  if (far <= FURTHEST_BACK_TILES + slots) return;
  throw new Error(
    `${player.character} was at (${heard.tile.x}, ${heard.tile.z}) in tick ${heard.tick}, and after a restart from tick ` +
      `${disk.checkpoint?.tick} is ${far} tiles away in tick ${now.tick}`,
  );
}

/** The end: everybody logs out, is at home, and the region sleeps; then everybody comes back once more. */
async function goHomeAndReturn(world: RealWorld, cast: Cast): Promise<void> {
  for (const player of cast.players) {
    cast.leaving.add(player);
    player.client.logout();
  }
  await until('everybody is at home', () => {
    const characters = readCharacters(world.state);
    const areHome = [...cast.made.keys()].every((id) => characters.get(id)?.custodian === null);
    return areHome && readRegion(world.state)?.characters.size === 0;
  });
  await until('the empty region sleeps', () => readAlarm(world.state) === undefined);
  await cast.allOnline();
  for (const player of cast.players) checkSame(player);
  const region = readRegion(world.state);
  if (region !== undefined) checkDisk(world, cast, region);
}
