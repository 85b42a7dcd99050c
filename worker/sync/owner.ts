import { writePacket } from '../../shared/protocol/packets.ts';
import type { PlayerEntity } from '../sim/components.ts';
import { type PrivateView, privateView, skillLevels } from './project.ts';
import type { Viewer } from './viewer.ts';

/** What changed of what only the owner sees; everything, the first time. */
export function ownerPackets(viewer: Viewer, own: PlayerEntity): Uint8Array[] {
  const now = privateView(own);
  const last = viewer.private;
  viewer.private = now;
  const packets: Uint8Array[] = [];
  if (last === undefined || now.bag !== last.bag || now.coins !== last.coins) {
    packets.push(writePacket('inventoryUpdated', { items: now.bag, coins: now.coins }));
  }
  if (last === undefined || now.worn !== last.worn) {
    packets.push(writePacket('equipmentUpdated', { slots: wornSlots(now, last) }));
  }
  if (last === undefined || now.skills !== last.skills) {
    packets.push(writePacket('skillsUpdated', { skills: skillLevels(now.skills) }));
  }
  if (last === undefined || now.energyPercent !== last.energyPercent || now.running !== last.running) {
    packets.push(writePacket('runEnergy', { energy: now.energy, running: now.running }));
  }
  return packets;
}

/** What is worn by slot, and null for slots that were emptied. */
function wornSlots(now: PrivateView, last: PrivateView | undefined) {
  const slots: Record<string, { itemId: string; quantity: number } | null> = {};
  for (const slot of Object.keys(last?.worn ?? {})) slots[slot] = null;
  for (const [slot, itemId] of Object.entries(now.worn)) slots[slot] = { itemId, quantity: 1 };
  return slots;
}
