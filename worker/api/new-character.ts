import * as v from 'valibot';
import { FIRST_REGION } from '../../shared/content/regions.ts';
import { listedLevels } from '../character/levels.ts';
import { inventLook } from '../character/offered-look.ts';
import { type ChosenLook, ChosenLookSchema } from '../character/save.ts';
import type { Account } from '../directory/accounts.ts';
import { type CharacterOrigin, type ListedCharacter, releaseName, takeName } from '../directory/characters.ts';
import { inventName } from '../directory/free-name.ts';
import { judgeName } from '../directory/names.ts';
import { randomFraction } from '../directory/random-fraction.ts';
import { Refusal } from './problem.ts';

/** Names that are tried for somebody who chose none. */
const INVENTED_NAMES = 8;

/**
 * Makes a character: its name in the directory first, since that is what two may want, then its object.
 *
 * @throws Refusal when the name is not allowed or taken, or the account has too many
 */
export async function makeCharacter(
  env: Env,
  account: Account,
  chosenName: string,
  look: ChosenLook,
): Promise<ListedCharacter> {
  const verdict = judgeName(chosenName);
  if (!verdict.ok) throw new Refusal('name-not-allowed', verdict.why);
  const order = {
    ...listedLevels(),
    id: crypto.randomUUID(),
    account,
    name: verdict.name,
    look: JSON.stringify(look),
    region: FIRST_REGION,
  };
  const listed = await takeName(env.DIRECTORY, order, Date.now());
  if (listed === 'taken') throw new Refusal('name-taken');
  if (listed === 'too many') throw new Refusal('too-many-characters');
  try {
    await makeObject(env, account, { ...listed, look: order.look });
  } catch (error) {
    // The name must not stay taken for somebody who was told that it failed.
    await releaseName(env.DIRECTORY, listed.id);
    throw error;
  }
  return listed;
}

/** Makes a character under a name that nobody has, with a look of its own. */
export async function makeNamelessCharacter(env: Env, account: Account): Promise<ListedCharacter> {
  const look = inventLook(randomFraction);
  for (let attempt = 0; attempt < INVENTED_NAMES; attempt++) {
    try {
      return await makeCharacter(env, account, inventName(attempt, randomFraction), look);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'name-taken') throw error;
    }
  }
  throw new Refusal('name-taken');
}

/** Makes the object of a listed character. Repeatable. */
export async function makeObject(env: Env, account: Account, origin: CharacterOrigin): Promise<void> {
  const look = v.parse(ChosenLookSchema, JSON.parse(origin.look));
  const { id: character, name, region } = origin;
  await env.CHARACTER.getByName(character).create({ character, account: account.id, name, look, region });
}
