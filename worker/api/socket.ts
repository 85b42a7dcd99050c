import { type Context, Hono } from 'hono';
import type { CloseReason } from '../../shared/protocol/close-codes.ts';
import {
  COMPATIBLE_FINGERPRINTS,
  PROTOCOL_FINGERPRINT,
  TICKET_SUBPROTOCOL_PREFIX,
} from '../../shared/protocol/fingerprint.ts';
import { addressOf } from '../auth/address.ts';
import { isAllowedOrigin } from '../auth/origins.ts';
import { packSession, SESSION_HEADER, type SocketSession } from '../auth/session.ts';
import { type Ticket, verifyTicket } from '../auth/ticket.ts';
import { locationHintOf } from '../directory/worlds.ts';
import { settings } from '../env.ts';
import { acceptAndClose } from '../region/upgrade.ts';
import { countCaller, type Hosting } from './hosting.ts';
import { Refusal } from './problem.ts';

/** Prefix of the subprotocol that names the protocol's version. */
const VERSION_PREFIX = 'larkmark.';
const KNOWN_VERSIONS = [PROTOCOL_FINGERPRINT, ...COMPATIBLE_FINGERPRINTS].map((print) => VERSION_PREFIX + print);

/**
 * `GET /ws`: the door to the regions. Everything that can be judged without a region is judged here,
 * so that nobody without a good ticket wakes one. The region takes each ticket once.
 */
export const socket = new Hono<Hosting>().get('/', async (c) => {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
    throw new Refusal('upgrade-required', undefined, { upgrade: 'websocket', connection: 'Upgrade' });
  }
  const current = settings(c.env);
  if (!isAllowedOrigin(c.req.header('origin'), current)) throw new Refusal('origin-not-allowed');
  await countCaller(c.env.RATE_UPGRADE, addressOf(c.req.raw.headers));

  const { version, token } = offerOf(c);
  const close = (reason: CloseReason, text: string) => acceptAndClose(version, reason, text);
  if (version !== undefined && !KNOWN_VERSIONS.includes(version))
    return close('protocol', 'reload for the new version');
  const ticket = token === undefined ? undefined : await verifyTicket(token, current.ticketKey, Date.now());
  if (ticket === undefined) return close('stale', 'ask for a new ticket');
  const sync = c.req.query('sync') === 'plain' ? 'plain' : 'compact';
  try {
    return await enter(c.env, ticket, sync, version);
  } catch (error) {
    console.error(`the region ${ticket.world}/${ticket.region} did not take a socket: ${String(error)}`);
    return close('restart', 'the region restarts');
  }
});

/** What a client offers: the version it speaks (absent in the plain form) and its ticket, in the subprotocols or the query. */
function offerOf(c: Context): { version: string | undefined; token: string | undefined } {
  const offered = (c.req.header('sec-websocket-protocol') ?? '').split(',').map((entry) => entry.trim());
  const ticket = offered.find((entry) => entry.startsWith(TICKET_SUBPROTOCOL_PREFIX));
  return {
    version: offered.find((entry) => entry.startsWith(VERSION_PREFIX)),
    token: ticket?.slice(TICKET_SUBPROTOCOL_PREFIX.length) ?? c.req.query('token'),
  };
}

/** Hands the socket to its region, in a request made anew: nothing a client sent reaches the region but what is verified here. */
function enter(env: Env, ticket: Ticket, sync: SocketSession['sync'], version: string | undefined): Promise<Response> {
  const name = `${ticket.world}/${ticket.region}`;
  const session = { ...ticket, sync, ...(version === undefined ? {} : { subprotocol: version }) };
  const region = env.REGION.getByName(name, { locationHint: locationHintOf(name) });
  return region.fetch('https://region/ws', {
    headers: { upgrade: 'websocket', [SESSION_HEADER]: packSession(session) },
  });
}
