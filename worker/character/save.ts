import * as v from 'valibot';
import { HealthSchema } from '../../shared/protocol/entity.ts';

/** The version that this code writes, and the newest that it reads. */
export const SAVE_VERSION = 1;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Row = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(31));

export const ChosenLookSchema = v.strictObject({
  /** Body build: 0 or 1. */
  body: v.picklist([0, 1]),
  /** Hair style, index into the client's styles. */
  hair: Row,
  /** Palette rows: skin, hair, shirt, trousers, boots. */
  colours: v.tuple([Row, Row, Row, Row, Row]),
});
/** How a person chose to look. What is worn comes on top of it and is not chosen. */
export type ChosenLook = v.InferOutput<typeof ChosenLookSchema>;

/**
 * A character at rest. What a new character does not have yet is absent, and the region fills it in
 * by its own rules. Strict: a key that this version does not know is refused rather than dropped.
 */
export const CharacterSaveSchema = v.strictObject({
  v: v.literal(SAVE_VERSION),
  name: v.string(),
  look: ChosenLookSchema,
  /** Region id, where the character is or was last. */
  region: v.string(),
  /** When the Character object stored this, in ms since 1970; 0 for one that was never in the world. */
  lastSeen: v.number(),
  /** Tile in world coordinates and direction; absent for one that was never anywhere. */
  at: v.exactOptional(v.strictObject({ x: v.number(), z: v.number(), heading: v.picklist([0, 1, 2, 3, 4, 5, 6, 7]) })),
  health: v.exactOptional(HealthSchema),
  /** The run switch. */
  running: v.exactOptional(v.boolean()),
  /** 0 to 10,000. */
  runEnergy: v.exactOptional(v.number()),
  /** Experience by skill id. */
  skills: v.exactOptional(v.record(v.string(), v.number())),
  /** What is carried, by slot, lowest first. */
  bag: v.exactOptional(v.array(v.strictObject({ slot: Count, itemId: v.string(), quantity: Count }))),
  /** Coins in the pouch. */
  coins: v.exactOptional(Count),
  /** What a region that does not interpret it must return as it came. */
  carried: v.exactOptional(v.record(v.string(), v.unknown())),
});
export type CharacterSave = v.InferOutput<typeof CharacterSaveSchema>;

/** A save that newer code wrote. It is refused, never truncated: the character waits for the newer code. */
export class NewerSave extends Error {
  constructor(version: number) {
    super(`a save of version ${version}; this code reads up to ${SAVE_VERSION}`);
    this.name = 'NewerSave';
  }
}

/** Pure steps from one version to the next: entry n makes version n + 2 out of version n + 1. Append only. */
const MIGRATIONS: readonly ((save: Readonly<Record<string, unknown>>) => Record<string, unknown>)[] = [];

const Versioned = v.looseObject({ v: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/**
 * A stored save in today's version.
 *
 * @throws NewerSave when newer code wrote it
 * @throws ValiError when it is no save at all
 */
export function readSave(stored: unknown): CharacterSave {
  const versioned = v.parse(Versioned, stored);
  if (versioned.v > SAVE_VERSION) throw new NewerSave(versioned.v);
  const steps = MIGRATIONS.slice(versioned.v - 1);
  const migrated = steps.reduce<Record<string, unknown>>(
    (save, migrate, index) => ({ ...migrate(save), v: versioned.v + index + 1 }),
    versioned,
  );
  return v.parse(CharacterSaveSchema, migrated);
}

/** A save as it was made: somebody with a name and a look, who was never anywhere. */
export function newSave(name: string, look: ChosenLook, region: string): CharacterSave {
  return { v: SAVE_VERSION, name, look, region, lastSeen: 0 };
}
