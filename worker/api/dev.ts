import { Hono } from 'hono';
import * as v from 'valibot';
import { isRegionId } from '../../shared/content/regions.ts';

/** What a developer does to a local region. Mounted in development alone. */
const TimeControlSchema = v.variant('action', [
  v.strictObject({ action: v.picklist(['pause', 'resume']) }),
  v.strictObject({ action: v.literal('speed'), factor: v.pipe(v.number(), v.minValue(0.1), v.maxValue(50)) }),
  v.strictObject({
    action: v.literal('step'),
    ticks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  }),
]);

/** Status, time and journal of a local region, for `npm run region`. */
export const dev = new Hono<{ Bindings: Env }>()
  .use('*', async (context, next) => {
    if (context.env.ENVIRONMENT !== 'development') return context.notFound();
    return next();
  })
  .get('/regions/:region/status', async (context) =>
    context.json(await regionOf(context.env, context.req.param('region')).status()),
  )
  .get('/regions/:region/journal', async (context) => {
    const journal = await regionOf(context.env, context.req.param('region')).journal();
    return journal === undefined ? context.notFound() : context.json(journal);
  })
  .post('/regions/:region/time', async (context) => {
    const control = v.safeParse(TimeControlSchema, await context.req.json().catch(() => undefined));
    if (!control.success)
      return context.json({ detail: 'pause, resume, speed with a factor, or step with ticks' }, 422);
    return context.json(await regionOf(context.env, context.req.param('region')).control(control.output));
  });

function regionOf(env: Env, region: string) {
  if (!isRegionId(region)) throw new Error(`${region} is no region`);
  return env.REGION.getByName(`${env.WORLD}/${region}`);
}
