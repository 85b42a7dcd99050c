import * as v from 'valibot';
import { EntityDataSchema, EntityModifiedSchema } from './entity.ts';

const ItemStack = v.object({ itemId: v.string(), quantity: v.number() });
const SlotStack = v.object({ slot: v.number(), itemId: v.string(), quantity: v.number() });
const Experience = v.record(v.string(), v.number());
const QuestStatus = v.picklist(['not_started', 'in_progress', 'ready_to_complete', 'completed']);
const Rewards = v.object({ items: v.array(ItemStack), xp: Experience, points: v.number() });
const Requirements = v.object({ skills: Experience, quests: v.array(v.string()), items: v.array(ItemStack) });

/** One entry of the asset manifest that `init` hands to a client. */
export const AssetSchema = v.object({ path: v.string(), hash: v.string(), bytes: v.number() });

export const WorldStateSchema = v.object({
  /** Region id, for example `hearthvale`. */
  region: v.string(),
  /** World id: which copy of all regions this is. */
  world: v.string(),
  tick: v.number(),
  tickMs: v.number(),
  /** The server's clock, ms since 1970, when the packet was written. */
  serverTime: v.number(),
  /** Fingerprint of the packet table. */
  protocol: v.string(),
  assets: v.object({
    /** Where assets are served from, without a trailing slash. */
    url: v.string(),
    /** Content hash of the manifest. */
    manifest: v.string(),
    /** Content hash of this region's terrain and collision. */
    map: v.string(),
  }),
  /** Settings of this world that a client shows or obeys. */
  settings: v.object({ idleTimeoutMs: v.number(), viewTiles: v.number(), dayTicks: v.number() }),
});
export type WorldState = v.InferOutput<typeof WorldStateSchema>;

/**
 * Every update a server can send, in the order of its packet id: the protocol's founding set (of
 * which `chatMessage` shares its id with the request of that name), then append-only extensions.
 */
export const UPDATE_SCHEMAS = {
  init: v.object({ playerId: v.string(), worldState: WorldStateSchema }),
  snapshot: v.object({ entities: v.array(EntityDataSchema), tick: v.number() }),
  entityAdded: EntityDataSchema,
  entityModified: EntityModifiedSchema,
  entityRemoved: v.object({ id: v.string() }),
  inventoryUpdated: v.object({ items: v.array(SlotStack), coins: v.number() }),
  equipmentUpdated: v.object({ slots: v.record(v.string(), v.nullable(ItemStack)) }),
  skillsUpdated: v.object({
    skills: v.record(v.string(), v.object({ level: v.number(), xp: v.number(), current: v.number() })),
  }),
  chatMessage: v.object({
    sender: v.string(),
    message: v.string(),
    senderId: v.optional(v.string()),
    channel: v.optional(v.string()),
  }),
  damageDealt: v.object({
    targetId: v.string(),
    damage: v.number(),
    didHit: v.boolean(),
    attackerId: v.optional(v.string()),
    kind: v.optional(v.string()),
  }),
  deathNotification: v.object({ entityId: v.string(), killerId: v.nullable(v.string()) }),
  questList: v.object({
    quests: v.array(
      v.object({ id: v.string(), name: v.string(), status: QuestStatus, difficulty: v.string(), points: v.number() }),
    ),
    questPoints: v.number(),
  }),
  questDetail: v.object({
    id: v.string(),
    name: v.string(),
    status: QuestStatus,
    description: v.string(),
    stages: v.array(
      v.object({
        id: v.string(),
        text: v.string(),
        done: v.boolean(),
        progress: v.optional(v.number()),
        target: v.optional(v.number()),
      }),
    ),
    requirements: Requirements,
    rewards: Rewards,
  }),
  questStartConfirm: v.object({
    questId: v.string(),
    questName: v.string(),
    requirements: Requirements,
    rewards: Rewards,
  }),
  questProgressed: v.object({ questId: v.string(), stage: v.string(), progress: v.record(v.string(), v.number()) }),
  questCompleted: v.object({ questId: v.string(), questName: v.string(), rewards: Rewards }),
  xpDrop: v.object({ skill: v.string(), xpGained: v.number(), newXp: v.number(), newLevel: v.number() }),

  /** The steps of all that this client sees in one tick, and where its own character stands. Packed: `steps.ts`. */
  steps: v.instance(Uint8Array),
  /** A sentence to the player: a refusal (with the request it refuses) or a notice. */
  gameMessage: v.object({ text: v.string(), request: v.optional(v.string()) }),
  /** Answer to `ping`: the client's own time, and the server's clock in ms when it arrived. */
  pong: v.object({ sentAt: v.number(), receivedAt: v.number(), tick: v.number() }),
  /** Run energy 0 to 10,000 (10,000 is 100 %), and whether running is on. */
  runEnergy: v.object({ energy: v.number(), running: v.boolean() }),
  /** Where the receiver's own character is after the tick: the anchor of its prediction (plain form only; `steps` carries it otherwise). */
  ownMoved: v.object({
    tick: v.number(),
    /** `seq` of the last move that was applied. */
    seq: v.number(),
    x: v.number(),
    z: v.number(),
    /** Tile the character is walking to, absent when it stands. */
    destination: v.optional(v.tuple([v.number(), v.number()])),
  }),
  /** The service restarts soon. */
  restart: v.object({ inSeconds: v.number() }),
  /** The character moves to another region: connect there with this ticket. */
  regionTransfer: v.object({ region: v.string(), url: v.string(), token: v.string() }),
} as const;

export type UpdateName = keyof typeof UPDATE_SCHEMAS;
export type UpdatePayload<N extends UpdateName> = v.InferOutput<(typeof UPDATE_SCHEMAS)[N]>;
/** An update before encoding. */
export type Update = { [N in UpdateName]: { name: N; payload: UpdatePayload<N> } }[UpdateName];

/** How many of the updates above are the founding set. */
export const FOUNDING_UPDATES = 17;
export const UPDATE_NAMES = Object.keys(UPDATE_SCHEMAS) as UpdateName[];
