import { describe, expect, it } from 'vitest';
import { isAllowedOrigin, type OriginRule } from './origins.ts';

const LIST = ['https://larkmark.example', 'https://www.larkmark.example'];

function rule(environment: OriginRule['environment']): OriginRule {
  return { environment, allowedOrigins: LIST, pagesProject: 'larkmark' };
}

/** What no environment admits: every way in which an origin can look like an allowed one without being it. */
const NEVER = [
  'null',
  '',
  '*',
  'larkmark.example',
  'https://larkmark.example/',
  'https://larkmark.example:8443',
  'https://larkmark.example:443',
  'http://larkmark.example',
  'https://LARKMARK.example',
  'HTTPS://larkmark.example',
  'https://larkmark.example.evil.io',
  'https://larkmark.example@evil.io',
  'https://evil.io#https://larkmark.example',
  'https://evillarkmark.example',
  'https://api.larkmark.example',
  'https://larkmark.example https://evil.io',
  'https://larkmark.example,https://evil.io',
  'https://larkmark.example\n',
  'https://game.com.evil.io',
  'https://localhost',
  'https://localhost:3333',
  'http://localhost.evil.io',
  'http://localhost:3333.evil.io',
  'http://localhost@evil.io',
  'http://LOCALHOST:3333',
  'http://127.0.0.1.nip.io',
  'http://0.0.0.0:3333',
  'http://192.168.0.2:3333',
  'file://',
  'chrome-extension://abcdef',
];

const PREVIEWS = ['https://pr-12.larkmark.pages.dev', 'https://0a1b2c3d.larkmark.pages.dev'];
const NO_PREVIEWS = [
  'https://larkmark.pages.dev',
  'https://a.b.larkmark.pages.dev',
  'https://-.larkmark.pages.dev',
  'https://pr-12.larkmark.pages.dev:8443',
  'http://pr-12.larkmark.pages.dev',
  'https://pr-12.larkmark.pages.dev.evil.io',
  'https://pr-12.evillarkmark.pages.dev',
  'https://pr-12-larkmark.pages.dev',
  'https://pr-12.other.pages.dev',
  'https://PR-12.larkmark.pages.dev',
];
const LOCAL = ['http://localhost', 'http://localhost:3333', 'http://localhost:5555', 'http://127.0.0.1:3333'];

const ENVIRONMENTS = ['development', 'test', 'preview', 'staging', 'production'] as const;

describe.each(ENVIRONMENTS)('in %s', (environment) => {
  const admits = (origin: string) => isAllowedOrigin(origin, rule(environment));

  it.each(LIST)('admits %j, which is listed', (origin) => expect(admits(origin)).toBe(true));
  it.each(NEVER)('refuses %j', (origin) => expect(admits(origin)).toBe(false));
  it.each(NO_PREVIEWS)('refuses %j, which is no preview of the project', (origin) =>
    expect(admits(origin)).toBe(false),
  );
  it.each(PREVIEWS)('asks whether it is a preview for %j', (origin) => {
    expect(admits(origin)).toBe(environment === 'preview');
  });
  it.each(LOCAL)('asks whether it is a developer’s machine for %j', (origin) => {
    expect(admits(origin)).toBe(environment === 'development' || environment === 'test');
  });
  it('admits who sends no origin: a bot, a native client', () => {
    expect(isAllowedOrigin(undefined, rule(environment))).toBe(true);
  });
});

describe('a preview without a Pages project', () => {
  it.each(['https://pr-12..pages.dev', 'https://pr-12.pages.dev', ...PREVIEWS])(
    'admits no preview page: %j',
    (origin) => {
      expect(isAllowedOrigin(origin, { environment: 'preview', allowedOrigins: [], pagesProject: '' })).toBe(false);
    },
  );
});
