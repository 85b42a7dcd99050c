import { Hono } from 'hono';
import * as v from 'valibot';
import { inventLook, isOfferedLook } from '../character/offered-look.ts';
import { ChosenLookSchema } from '../character/save.ts';
import { characterOf, charactersOf, releaseName } from '../directory/characters.ts';
import { randomFraction } from '../directory/random-fraction.ts';
import { readBody } from './body.ts';
import { type SignedIn, signedIn } from './hosting.ts';
import { makeCharacter } from './new-character.ts';
import { Refusal } from './problem.ts';

/** Longer than any name, so that a name that is too long is told so rather than called malformed. */
const MAX_CHOSEN_NAME = 100;

const NewCharacterSchema = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(MAX_CHOSEN_NAME)),
  look: v.exactOptional(v.pipe(ChosenLookSchema, v.check(isOfferedLook))),
});

/** `/api/characters`: the characters of an account. */
export const characters = new Hono<SignedIn>()
  .use(signedIn)
  .get('/', async (c) => {
    const list = await charactersOf(c.env.DIRECTORY, c.var.account.id);
    return c.json({ characters: list }, 200, { 'cache-control': 'no-store' });
  })
  .post('/', async (c) => {
    const { name, look = inventLook(randomFraction) } = await readBody(c, NewCharacterSchema);
    return c.json({ character: await makeCharacter(c.env, c.var.account, name, look) }, 201);
  })
  .delete('/:id', async (c) => {
    const character = await characterOf(c.env.DIRECTORY, c.var.account.id, c.req.param('id'));
    if (character === undefined) throw new Refusal('unknown-character');
    // The object first: should the rest be cut short, the character is still listed and can be deleted again.
    await c.env.CHARACTER.getByName(character.id).erase();
    await releaseName(c.env.DIRECTORY, character.id);
    return c.body(null, 204);
  });
