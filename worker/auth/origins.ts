/** What decides about origins; the Worker's settings are one. */
export interface OriginRule {
  readonly environment: 'development' | 'test' | 'preview' | 'staging' | 'production';
  /** Compared whole, in every environment. */
  readonly allowedOrigins: readonly string[];
  /** The Pages project whose previews a preview admits; empty for none. */
  readonly pagesProject: string;
}

const LOCAL_HOSTS = ['localhost', '127.0.0.1'];
/** What a preview of a Pages project may have before the project's name: one label. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/**
 * Whether a page of this origin may call. The one rule for CORS and for sockets, which CORS does not
 * cover. Exact: an origin is compared whole, or taken apart by the URL parser; never by its ending.
 *
 * @param origin the `Origin` header; one that is absent (a bot, a native client) is admitted, since nothing rests on cookies
 */
export function isAllowedOrigin(origin: string | undefined, rule: OriginRule): boolean {
  if (origin === undefined) return true;
  if (rule.allowedOrigins.includes(origin)) return true;
  const url = parseOrigin(origin);
  if (url === undefined) return false;
  if (rule.environment === 'preview') return isPreviewPage(url, rule.pagesProject);
  if (rule.environment === 'development' || rule.environment === 'test') return isLocalPage(url);
  return false;
}

/** An origin in the one form in which browsers write it; undefined for every other spelling, for `null` and for junk. */
function parseOrigin(origin: string): URL | undefined {
  const url = URL.parse(origin);
  return url !== null && url.origin === origin ? url : undefined;
}

function isPreviewPage(url: URL, project: string): boolean {
  if (project === '' || url.protocol !== 'https:' || url.port !== '') return false;
  const [label = '', ...rest] = url.hostname.split('.');
  return LABEL.test(label) && rest.join('.') === `${project}.pages.dev`;
}

function isLocalPage(url: URL): boolean {
  return url.protocol === 'http:' && LOCAL_HOSTS.includes(url.hostname);
}
