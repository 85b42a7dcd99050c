import { PACKET_NAMES, writePacket } from '../../shared/protocol/packets.ts';
import { type Dice, roll } from '../sim/dice.ts';

const MOST_BYTES = 64;
const MOST_CHANGES = 3;
const GOOD = [
  writePacket('moveRequest', { x: 64.5, z: 60.5, running: true, seq: 9, at: 2_941_000_000 }),
  writePacket('chatMessage', { message: 'Good day, neighbours!' }),
  writePacket('dropItem', { itemId: 'logs', quantity: 2_147_483_647, slot: 3 }),
  writePacket('interact', { targetId: 'person_hearthvale_1', option: 'talk' }),
  writePacket('acknowledge', { tick: 2_941_000_000 }),
  writePacket('ping', { sentAt: 12.5 }),
];

/** A frame that is nothing in particular, or a good one with something broken, in turns of the dice. */
export function hostileFrame(dice: Dice): Uint8Array<ArrayBuffer> {
  return roll(dice, 2) === 0 ? randomFrame(dice) : mutatedFrame(dice);
}

function randomFrame(dice: Dice): Uint8Array<ArrayBuffer> {
  const frame = Uint8Array.from({ length: 1 + roll(dice, MOST_BYTES) }, () => roll(dice, 256));
  frame[0] = roll(dice, PACKET_NAMES.length + 2);
  return frame;
}

function mutatedFrame(dice: Dice): Uint8Array<ArrayBuffer> {
  const frame = Uint8Array.from(GOOD[roll(dice, GOOD.length)] ?? []);
  for (let changes = 1 + roll(dice, MOST_CHANGES); changes > 0; changes--) {
    frame[roll(dice, frame.length)] = roll(dice, 256);
  }
  return roll(dice, 4) === 0 ? frame.slice(0, 1 + roll(dice, frame.length)) : frame;
}
