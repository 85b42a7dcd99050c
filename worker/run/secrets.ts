import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.ts';

const SECRETS = ['GUEST_KEY', 'TICKET_KEY'];
const KEY_BYTES = 32;

/** Completes `.dev.vars`, which git ignores, with random keys for this machine; those that are there stay. */
export function generateSecrets(): void {
  const file = join(ROOT, '.dev.vars');
  const present = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const missing = SECRETS.filter((name) => !new RegExp(`^\\s*${name}\\s*=`, 'm').test(present));
  if (missing.length === 0) return;
  const separator = present === '' || present.endsWith('\n') ? '' : '\n';
  const lines = missing.map((name) => `${name}="${randomBytes(KEY_BYTES).toString('base64url')}"\n`);
  appendFileSync(file, separator + lines.join(''));
  chmodSync(file, 0o600);
}
