import { isWalkable, type Terrain } from '../../shared/space/terrain.ts';
import type { RealWorld } from '../run/real-world/real-world.ts';
import { until } from '../run/real-world/until.ts';
import { type Dice, roll } from '../sim/dice.ts';
import { type Gate, newPlayer, type Player } from './player.ts';

const REACH_TILES = 8;
/** Of a hundred deeds, so many are a word, a logout, a new character; the others are walks. */
const SAYING = 8;
const LEAVING = 6;
const ARRIVING = 5;

/**
 * The players of a chaos run. Some only walk; some also log out and come back, so that a kill finds
 * characters in every state between the objects; now and then somebody new comes.
 */
export class Cast {
  readonly gate: Gate = { isOpen: true };
  readonly players: Player[] = [];
  /** Names by character, of everybody of whom the world said that they were made. */
  readonly made = new Map<string, string>();
  /** Players that asked to leave and may be anywhere between the world and home. */
  readonly leaving = new Set<Player>();
  private readonly world: RealWorld;
  private readonly terrain: Terrain;
  private readonly dice: Dice;
  private readonly most: number;
  private named = 0;
  private readonly arriving = new Set<Promise<void>>();

  /** @param most players that there may be in the end */
  constructor(world: RealWorld, terrain: Terrain, dice: Dice, most: number) {
    this.world = world;
    this.terrain = terrain;
    this.dice = dice;
    this.most = most;
  }

  /** Makes somebody new, who then connects. @throws where the world answers no or not at all */
  async add(): Promise<void> {
    const name = `Chaos ${letters(this.named++)}`;
    const player = await newPlayer(this.world, this.gate, name);
    this.made.set(player.character, name);
    this.players.push(player);
    player.client.connect();
  }

  /** Somebody does something. */
  act(): void {
    const player = this.players[roll(this.dice, this.players.length)];
    if (player === undefined) return;
    const { client } = player;
    const whim = roll(this.dice, 100);
    if (whim < ARRIVING) this.welcomeSomebody();
    else if (!client.isOnline) {
      if (this.leaving.has(player)) client.connect();
    } else if (whim < ARRIVING + SAYING) client.say('Is anybody there?');
    else if (whim < ARRIVING + SAYING + LEAVING && this.players.indexOf(player) % 2 === 1) {
      this.leaving.add(player);
      client.logout();
    } else this.walk(player);
  }

  /** Everybody is in the world, as themselves. */
  async allOnline(): Promise<void> {
    await this.settled();
    const isIn = ({ client }: Player) => {
      if (!client.isOnline) client.connect();
      return client.isOnline;
    };
    await until('everybody is in the world', () => this.players.filter(isIn).length === this.players.length);
    this.leaving.clear();
  }

  /** What was asked of the world has been answered, or never will be. */
  async settled(): Promise<void> {
    await Promise.all(this.arriving);
  }

  /** Everybody goes, without a word. */
  close(): void {
    this.gate.isOpen = false;
    for (const { client } of this.players) client.close();
  }

  private welcomeSomebody(): void {
    if (this.players.length + this.arriving.size >= this.most) return;
    const arrival = this.add().catch(() => {
      // The world was killed before it answered: whoever that was to be was never promised anything.
    });
    this.arriving.add(arrival);
    arrival.finally(() => this.arriving.delete(arrival));
  }

  private walk({ client }: Player): void {
    const { x, z } = client.own.tile;
    const to = {
      x: x + roll(this.dice, 2 * REACH_TILES + 1) - REACH_TILES,
      z: z + roll(this.dice, 2 * REACH_TILES + 1) - REACH_TILES,
    };
    if (isWalkable(this.terrain, to.x, to.z)) client.moveTo(to.x + 0.5, to.z + 0.5);
  }
}

/** Letters of which none is taken for another in a name. */
const DISTINCT = 'abcdefghjk';

/** A number as letters: names are made of them. */
function letters(number: number): string {
  return [...String(number)].map((digit) => DISTINCT[Number(digit)]).join('');
}
