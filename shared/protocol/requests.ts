import * as v from 'valibot';

/** Largest stack there is: 2^31 - 1. */
export const MAX_QUANTITY = 2_147_483_647;

const entityId = v.pipe(v.string(), v.minLength(1), v.maxLength(48));
const contentId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,63}$/));
const coordinate = v.pipe(v.number(), v.finite(), v.minValue(-65_536), v.maxValue(65_536));
const quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_QUANTITY));
const bagSlot = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(27));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_QUANTITY));
/** Ticks count 600 ms slots since 1970: beyond 2^31 since 2010, below 2^32 until 2051. */
const tick = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));
const time = v.pipe(v.number(), v.finite(), v.minValue(0));

/**
 * Every request a client can make, in the order of its packet id. The first nineteen are the
 * protocol's founding set; what follows extends it and is append-only.
 *
 * Shapes are strict: an unknown key is malformed. Optional keys are ours; none is required beyond
 * the founding shape.
 */
export const REQUEST_SCHEMAS = {
  /** World coordinates to walk to. `seq` numbers the move, `at` proposes the tick that applies it. */
  moveRequest: v.strictObject({
    x: coordinate,
    z: coordinate,
    running: v.boolean(),
    seq: v.optional(count),
    at: v.optional(tick),
  }),
  attackEntity: v.strictObject({ targetId: entityId }),
  changeCombatStyle: v.strictObject({ style: contentId }),
  pickupItem: v.strictObject({ itemId: entityId }),
  useItem: v.strictObject({ itemId: contentId, slot: bagSlot }),
  equipItem: v.strictObject({ itemId: contentId, slot: v.optional(bagSlot) }),
  dropItem: v.strictObject({ itemId: contentId, quantity, slot: v.optional(bagSlot) }),
  bankDeposit: v.strictObject({ itemId: contentId, quantity, slot: v.optional(bagSlot), tab: v.optional(count) }),
  bankWithdraw: v.strictObject({
    itemId: contentId,
    quantity,
    slot: v.optional(count),
    noted: v.optional(v.boolean()),
    tab: v.optional(count),
  }),
  chatMessage: v.strictObject({ message: v.pipe(v.string(), v.minLength(1), v.maxLength(240)) }),
  chopTree: v.strictObject({ treeId: entityId }),
  catchFish: v.strictObject({ spotId: entityId }),
  lightFire: v.strictObject({ logId: contentId }),
  cookFood: v.strictObject({ foodId: contentId, fireId: entityId }),
  getQuestList: v.strictObject({}),
  getQuestDetail: v.strictObject({ questId: contentId }),
  questAccept: v.strictObject({ questId: contentId }),
  xpLampUse: v.strictObject({
    itemId: contentId,
    slot: bagSlot,
    skillId: contentId,
    xpAmount: v.pipe(v.number(), v.finite()),
  }),
  dialogueContinue: v.strictObject({
    npcId: entityId,
    option: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4))),
  }),

  /** The newest tick that this client has received. */
  acknowledge: v.strictObject({ tick }),
  /** Measures the round trip; `sentAt` is the client's own clock in ms and comes back unread. */
  ping: v.strictObject({ sentAt: time }),
  /** Running on or off; costs run energy while moving. */
  setRunning: v.strictObject({ running: v.boolean() }),
  follow: v.strictObject({ targetId: entityId }),
  /** Any verb on any entity; the verbs above are special cases of it. */
  interact: v.strictObject({ targetId: entityId, option: contentId }),
  emote: v.strictObject({ emote: contentId }),
  /** Leave the world in an orderly way. */
  logout: v.strictObject({}),
} as const;

export type RequestName = keyof typeof REQUEST_SCHEMAS;
export type RequestPayload<N extends RequestName> = v.InferOutput<(typeof REQUEST_SCHEMAS)[N]>;
/** A decoded and validated request. */
export type Request = { [N in RequestName]: { name: N; payload: RequestPayload<N> } }[RequestName];

/** How many of the requests above are the founding set. */
export const FOUNDING_REQUESTS = 19;
export const REQUEST_NAMES = Object.keys(REQUEST_SCHEMAS) as RequestName[];
