import * as v from 'valibot';

/**
 * The header in which the Worker tells a region who opens a socket. A client's own is never passed
 * on: the request to the region is made anew and carries no header of the client.
 */
export const SESSION_HEADER = 'x-larkmark-session';

const Counter = v.pipe(v.number(), v.integer(), v.minValue(0));

const SessionSchema = v.strictObject({
  account: v.string(),
  character: v.string(),
  name: v.string(),
  world: v.string(),
  region: v.string(),
  /** The lease that the ticket was made for. */
  epoch: Counter,
  /** The login that the ticket was made for; a newer one takes over. */
  generation: Counter,
  /** Names the ticket; the region takes each once. */
  nonce: v.string(),
  /** When the ticket ends, in ms since 1970: how long the region must remember its nonce. */
  expiresAt: v.number(),
  sync: v.picklist(['plain', 'compact']),
  /** The subprotocol to echo; absent where the client offered none. */
  subprotocol: v.exactOptional(v.string()),
});
/** A verified socket: whose it is and how it wants to be spoken to. */
export type SocketSession = v.InferOutput<typeof SessionSchema>;

/** The value of `SESSION_HEADER`. */
export function packSession(session: SocketSession): string {
  return encodeURIComponent(JSON.stringify(session));
}

/** What the Worker says of a socket. Throws where the header is absent or not the Worker's: no socket comes another way. */
export function readSession(headers: Headers): SocketSession {
  const packed = headers.get(SESSION_HEADER);
  if (packed === null) throw new Error(`no ${SESSION_HEADER}: a socket must come through the Worker`);
  return v.parse(SessionSchema, JSON.parse(decodeURIComponent(packed)));
}
