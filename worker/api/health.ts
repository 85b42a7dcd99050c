import { Hono } from 'hono';
import { PROTOCOL_FINGERPRINT } from '../../shared/protocol/fingerprint.ts';
import { NETWORK_CONSTANTS } from '../../shared/protocol/network-constants.ts';
import { settings } from '../env.ts';
import type { Hosting } from './hosting.ts';

/** `GET /health`: that the Worker runs, and what it speaks. */
export const health = new Hono<Hosting>().get('/', (c) =>
  c.json(
    {
      status: 'ok' as const,
      version: settings(c.env).version,
      protocol: PROTOCOL_FINGERPRINT,
      tickMs: NETWORK_CONSTANTS.TICK_DURATION_MS,
    },
    200,
    { 'cache-control': 'no-store' },
  ),
);
