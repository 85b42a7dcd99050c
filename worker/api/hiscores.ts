import { Hono } from 'hono';
import * as v from 'valibot';
import { hiscorePage, isHiscore, MAX_PAGE } from '../directory/hiscores.ts';
import type { Hosting } from './hosting.ts';
import { Refusal } from './problem.ts';

const PageSchema = v.pipe(
  v.optional(v.string(), '1'),
  v.regex(/^\d{1,4}$/),
  v.transform(Number),
  v.minValue(1),
  v.maxValue(MAX_PAGE),
);

/** `GET /api/hiscores/:skill?page=`: the best of a skill, 25 to a page. */
export const hiscores = new Hono<Hosting>().get('/:skill', async (c) => {
  const skill = c.req.param('skill');
  if (!isHiscore(skill)) throw new Refusal('unknown-skill');
  const page = v.safeParse(PageSchema, c.req.query('page'));
  if (!page.success) throw new Refusal('malformed-request', `A page is a number from 1 to ${MAX_PAGE}.`);
  const rows = await hiscorePage(c.env.DIRECTORY, skill, page.output);
  return c.json({ rows }, 200, { 'cache-control': 'public, max-age=60' });
});
