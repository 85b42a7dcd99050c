import * as v from 'valibot';
import { isWorldId, type WorldId } from './directory/worlds.ts';

const Text = v.optional(v.string(), '');
const Switch = v.picklist(['on', 'off']);
const List = v.pipe(
  Text,
  v.transform((text) => text.split(',').map((entry) => entry.trim())),
  v.transform((entries) => entries.filter((entry) => entry !== '')),
);
const PositiveNumber = v.pipe(v.string(), v.transform(Number), v.number(), v.finite(), v.gtValue(0));
/** Thirty-two random bytes are 43 characters as base64url; the runtime's HMAC would take less, so it is asked for here. */
const SigningKey = v.pipe(v.string(), v.minLength(43));
const HttpUrl = v.pipe(v.string(), v.url(), v.regex(/^https?:/));

const SettingsSchema = v.pipe(
  v.object({
    ENVIRONMENT: v.picklist(['development', 'test', 'preview', 'staging', 'production']),
    VERSION: v.optional(v.string(), 'local'),
    WORLD: v.pipe(
      v.string(),
      v.check(isWorldId, 'no such world'),
      // The check before it: the text is one of the worlds' ids.
      v.transform((id) => id as WorldId),
    ),
    GUESTS: Switch,
    GUEST_KEY: SigningKey,
    TICKET_KEY: SigningKey,
    TICKET_SECONDS: PositiveNumber,
    ALLOWED_ORIGINS: List,
    ALLOWED_PAGES_PROJECT: Text,
    IDENTITY_ISSUER: Text,
    IDENTITY_AUDIENCE: Text,
    IDENTITY_JWKS_URL: v.union([v.optional(v.literal(''), ''), HttpUrl]),
  }),
  v.transform((vars) => ({
    environment: vars.ENVIRONMENT,
    version: vars.VERSION,
    world: vars.WORLD,
    guests: vars.GUESTS === 'on',
    guestKey: new TextEncoder().encode(vars.GUEST_KEY),
    ticketKey: new TextEncoder().encode(vars.TICKET_KEY),
    ticketSeconds: vars.TICKET_SECONDS,
    allowedOrigins: vars.ALLOWED_ORIGINS,
    pagesProject: vars.ALLOWED_PAGES_PROJECT,
    identity: { issuer: vars.IDENTITY_ISSUER, audience: vars.IDENTITY_AUDIENCE, jwksUrl: vars.IDENTITY_JWKS_URL },
  })),
  v.check(({ identity }) => {
    const set = [identity.issuer, identity.audience, identity.jwksUrl].filter((text) => text !== '');
    return set.length === 0 || set.length === 3;
  }, 'IDENTITY_ISSUER, IDENTITY_AUDIENCE and IDENTITY_JWKS_URL come together'),
);
/** The Worker's variables and secrets, checked and in the form in which they are used. */
export type Settings = v.InferOutput<typeof SettingsSchema>;

const known = new WeakMap<object, Settings>();

/** The settings of an environment. Throws, naming the variable but never its value, where one is missing or malformed. */
export function settings(env: Env): Settings {
  const before = known.get(env);
  if (before !== undefined) return before;
  const parsed = v.safeParse(SettingsSchema, env);
  if (!parsed.success) {
    const wrong = parsed.issues.map((issue) => v.getDotPath(issue) ?? issue.message);
    throw new Error(`variables or secrets missing or malformed: ${[...new Set(wrong)].join(', ')}`);
  }
  known.set(env, parsed.output);
  return parsed.output;
}
