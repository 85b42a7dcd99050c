import type { Context } from 'hono';
import * as v from 'valibot';
import { Refusal } from './problem.ts';

/** Largest body of a request, in bytes; the largest good one has under 200. */
export const MAX_BODY_BYTES = 2048;

/**
 * The body of a request as its schema says. An absent one counts as `{}`.
 *
 * @throws Refusal when it is not JSON, or not of this form
 */
export async function readBody<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const text = await c.req.text();
  if (text !== '' && !isJson(c.req.header('content-type'))) throw new Refusal('unsupported-media-type');
  const parsed = v.safeParse(schema, text === '' ? {} : parseJson(text));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Refusal('malformed-request', `Not as expected: ${v.getDotPath(issue) ?? 'the body'}.`);
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('malformed-request', 'The body is not JSON.');
    throw error;
  }
}
