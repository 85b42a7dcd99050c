import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { assets } from './api/assets.ts';
import { MAX_BODY_BYTES } from './api/body.ts';
import { characters } from './api/characters.ts';
import { dev } from './api/dev.ts';
import { guest } from './api/guest.ts';
import { health } from './api/health.ts';
import { hiscores } from './api/hiscores.ts';
import type { Hosting } from './api/hosting.ts';
import { play } from './api/play.ts';
import { problem, Refusal } from './api/problem.ts';
import { socket } from './api/socket.ts';
import { worlds } from './api/worlds.ts';
import { isAllowedOrigin } from './auth/origins.ts';
import { settings } from './env.ts';

export { Character } from './character/character.ts';
export { Region } from './region/larkmark.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** Nothing rests on cookies, so there are no credentials to allow. Sockets ask the same rule on their own. */
const crossOrigin = cors({
  origin: (origin, c) => (isAllowedOrigin(origin, settings(c.env)) ? origin : null),
  allowMethods: ['GET', 'HEAD', 'POST', 'DELETE'],
  allowHeaders: ['Authorization', 'Content-Type'],
  exposeHeaders: ['Retry-After'],
  maxAge: DAY_SECONDS,
});

const base = new Hono<Hosting>();

const wrongMethod = methodNotAllowed({
  app: base,
  onMethodNotAllowed: (c, methods) =>
    problem(c, new Refusal('method-not-allowed', undefined, { allow: methods.join(', ') })),
});

const routes = base
  .route('/ws', socket)
  .use(crossOrigin, wrongMethod)
  .use('/api/*', bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => problem(c, new Refusal('too-large')) }))
  .route('/health', health)
  .route('/api/guest', guest)
  .route('/api/worlds', worlds)
  .route('/api/characters', characters)
  .route('/api/play', play)
  .route('/api/hiscores', hiscores)
  .route('/assets', assets)
  .route('/dev', dev);

const app = routes
  .notFound((c) => problem(c, new Refusal('not-found')))
  .onError((error, c) => {
    if (error instanceof Refusal) return problem(c, error);
    // The route as it is declared, never the address: a query can hold a ticket.
    console.error(`${c.req.method} ${c.req.routePath} failed: ${error.stack ?? String(error)}`);
    return problem(c, new Refusal('internal'));
  });

/** The routes and what they take and give, for clients to import as a type. */
export type AppRoutes = typeof routes;

export default app;
