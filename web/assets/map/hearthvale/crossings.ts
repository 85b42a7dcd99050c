import { COLLISION } from '../../../../shared/space/terrain.ts';
import { bridgeRise } from '../../models/scenery/bridge.ts';
import { addFlags, addWall, clearFlags, flagsOn, heightOn, type Plot, place, reserve } from '../plot.ts';
import { BRIDGE_END_HEIGHT } from './ground.ts';
import { BRIDGE_LENGTH, BRIDGES, JETTY, WATER_LEVEL } from './layout.ts';

/** Depth of the middle of a tile below the water from which on nobody walks there. */
const WADING_DEPTH = 0.02;
/** Tiles between a bridge's rails. */
const DECK = 3;
const JETTY_HEIGHT = 0.45;

/** Closes the tiles under water. */
export function floodTiles(plot: Plot): void {
  for (let z = 0; z < plot.side; z++) {
    for (let x = 0; x < plot.side; x++) {
      if (heightOn(plot, x + 0.5, z + 0.5) < WATER_LEVEL - WADING_DEPTH)
        addFlags(plot, x, z, COLLISION.floor | COLLISION.water);
    }
  }
}

/** Lays the bridges over the water: decks to walk on, rails that hold. Water stays water below. */
export function placeBridges(plot: Plot): void {
  for (const bridge of BRIDGES) {
    const alongX = bridge.along === 'x';
    const width = alongX ? BRIDGE_LENGTH : DECK;
    const depth = alongX ? DECK : BRIDGE_LENGTH;
    place(plot, 'bridge-10', bridge.x + width / 2, bridge.z + depth / 2, {
      yaw: alongX ? Math.PI / 2 : 0,
      y: BRIDGE_END_HEIGHT + 0.02,
    });
    reserve(plot, bridge.x - 2, bridge.z - 2, width + 4, depth + 4);
    for (let step = 0; step <= BRIDGE_LENGTH; step++) {
      for (let across = 0; across <= DECK; across++) {
        const x = bridge.x + (alongX ? step : across);
        const z = bridge.z + (alongX ? across : step);
        plot.decks.set(`${x},${z}`, BRIDGE_END_HEIGHT + 0.02 + bridgeRise(step / BRIDGE_LENGTH));
        if (step < BRIDGE_LENGTH && across < DECK) clearFlags(plot, x, z, COLLISION.floor);
      }
    }
    addRails(plot, bridge.x, bridge.z, alongX);
  }
}

function addRails(plot: Plot, west: number, south: number, alongX: boolean): void {
  for (let step = 0; step < BRIDGE_LENGTH; step++) {
    for (const across of [0, DECK - 1]) {
      const x = west + (alongX ? step : across);
      const z = south + (alongX ? across : step);
      const side = alongX ? (across === 0 ? 'south' : 'north') : across === 0 ? 'west' : 'east';
      addWall(plot, x, z, side);
      blockBeside(plot, x + (alongX ? 0 : Math.sign(across - 1)), z + (alongX ? Math.sign(across - 1) : 0), step);
    }
  }
}

/** Beside the raised part of the deck a tile shares its corners' height, and somebody there would float. */
function blockBeside(plot: Plot, x: number, z: number, step: number): void {
  if (step === 0 || step === BRIDGE_LENGTH - 1) return;
  if ((flagsOn(plot, x, z) & COLLISION.water) === 0) addFlags(plot, x, z, COLLISION.object);
}

/** Builds the town's jetty, with a boat beside it. */
export function placeJetty(plot: Plot): void {
  const { x: west, z: south, width, depth } = JETTY;
  place(plot, 'jetty', west + width, south + depth / 2, { yaw: -Math.PI / 2, y: JETTY_HEIGHT });
  reserve(plot, west - 1, south - 1, width + 3, depth + 2);
  for (let x = west; x <= west + width; x++) {
    for (let z = south; z <= south + depth; z++) plot.decks.set(`${x},${z}`, JETTY_HEIGHT);
  }
  for (let x = west; x < west + width; x++) {
    for (let z = south; z < south + depth; z++) clearFlags(plot, x, z, COLLISION.floor);
  }
  place(plot, 'boat', west + 1.6, south - 1.1, { yaw: -1.4, y: WATER_LEVEL + 0.02 });
}
