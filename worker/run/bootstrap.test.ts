import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './paths.ts';

function bootstrap(...args: string[]) {
  const env = { ...process.env, LARKMARK_INSTALLING: '1' };
  return spawnSync(process.execPath, ['worker/run/bootstrap.mjs', ...args], { cwd: ROOT, env, encoding: 'utf8' });
}

test('a command that does not exist is answered with those that do', () => {
  const { status, stderr } = bootstrap('nonsense');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Usage: npm run <command>, one of: start, test,/);
});

test('every script of the package goes through the one door, by its own name', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const known =
    bootstrap('nonsense')
      .stderr.match(/one of: (.*)\./)?.[1]
      ?.split(', ') ?? [];
  expect(Object.keys(scripts).sort()).toEqual(known.sort());
  for (const [name, script] of Object.entries(scripts)) {
    expect(script).toMatch(new RegExp(`^node worker/run/bootstrap.mjs ${name}( --after-install)?$`));
  }
});

test('while npm installs on behalf of a command, set-up is left to that command', () => {
  expect(bootstrap('prepare', '--after-install')).toMatchObject({ status: 0, stdout: '', stderr: '' });
});
