import * as v from 'valibot';

/** What an entity is, as far as a client must know to draw it and to offer verbs for it. */
export const ENTITY_TYPES = ['player', 'creature', 'person', 'scenery', 'item'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

const Vector3 = v.tuple([v.number(), v.number(), v.number()]);
const Quaternion = v.tuple([v.number(), v.number(), v.number(), v.number()]);

export const LookSchema = v.object({
  /** Body build: 0 or 1. */
  body: v.number(),
  /** Hair style, index into the client's styles. */
  hair: v.number(),
  /** Palette rows: skin, hair, shirt, trousers, boots. */
  colours: v.tuple([v.number(), v.number(), v.number(), v.number(), v.number()]),
  /** Content ids of what is worn, by slot; absent where nothing is. */
  worn: v.record(v.string(), v.string()),
});
/** How a person looks: chosen at creation, and what is worn. */
export type Look = v.InferOutput<typeof LookSchema>;

export const HealthSchema = v.object({ current: v.number(), max: v.number() });
export type Health = v.InferOutput<typeof HealthSchema>;

/** The changing part of an entity, by abbreviated key. `entityModified` carries `i` and only what changed. */
export const EntityChangesSchema = v.object({
  /** Entity type. */
  t: v.optional(v.picklist(ENTITY_TYPES)),
  /** Position in world coordinates: [x, y, z], one unit a tile, tile centres at +0.5, y the ground. */
  p: v.optional(Vector3),
  /** Rotation as a quaternion [x, y, z, w]; identity faces north, which is +z; east is +x. */
  q: v.optional(Quaternion),
  /** Velocity in tiles per second over the running tick; zero once on the stop. */
  v: v.optional(Vector3),
  /** Current emote; an empty string when it ends. */
  e: v.optional(v.string()),
  /** Health. */
  h: v.optional(HealthSchema),
  /** Content id: which creature, person, scenery or item this is. */
  k: v.optional(v.string()),
  /** Name shown over its head. */
  n: v.optional(v.string()),
  /** Look and worn items. */
  l: v.optional(LookSchema),
  /** Combat level. */
  c: v.optional(v.number()),
  /** What it is occupied with: an animation name; an empty string when idle. */
  o: v.optional(v.string()),
  /** Size of a stack on the ground. */
  s: v.optional(v.number()),
  /** Short numeric id of this connection, used by `steps`. */
  d: v.optional(v.number()),
});

export const EntityDataSchema = v.object({
  ...EntityChangesSchema.entries,
  i: v.string(),
  t: v.picklist(ENTITY_TYPES),
  p: Vector3,
});
/** An entity as a client first sees it. */
export type EntityData = v.InferOutput<typeof EntityDataSchema>;

export const EntityModifiedSchema = v.object({
  ...EntityChangesSchema.entries,
  i: v.string(),
  id: v.optional(v.string()),
});
/** What changed of an entity. The plain form carries its id a second time as `id`. */
export type EntityModified = v.InferOutput<typeof EntityModifiedSchema>;
