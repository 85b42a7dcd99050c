import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.ts';
import { parseSource, type Source } from './source.ts';

const CODE = /^(shared|worker|web)\/.*\.tsx?$/;
const BINARY = /\.(png|webp|bin|glb|woff2?|ico)$/;

/** Every file that git knows or would add, from the repository's root. */
export function projectFiles(): string[] {
  const output = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' });
  return output.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

/** The text of a file of the project. */
export function readProjectFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The parsed code of the project. */
export function projectSources(): Source[] {
  return projectFiles()
    .filter((path) => CODE.test(path))
    .map((path) => parseSource(path, readProjectFile(path)));
}

/** The files of the project that hold text. */
export function projectTexts(): { readonly path: string; readonly text: string }[] {
  return projectFiles()
    .filter((path) => !BINARY.test(path))
    .map((path) => ({ path, text: readProjectFile(path) }));
}

/** Where running begins: the scripts that npm calls, the pages, the Worker and the tools' configurations. */
export function entryPoints(): string[] {
  const callers = ['worker/run/bootstrap.mjs', 'worker/run/vitest.config.ts', 'wrangler.toml'].map(readProjectFile);
  const scripts = callers.join('\n').match(/\b(worker|web)\/[\w/-]+\.ts\b/g) ?? [];
  const pages = projectFiles()
    .filter((path) => path.startsWith('web/') && path.endsWith('.html'))
    .flatMap((path) => scriptsOf(path, readProjectFile(path)));
  return [...scripts, ...pages, 'worker/run/vitest.config.ts', 'web/vite.config.ts'];
}

function scriptsOf(page: string, html: string): string[] {
  const folder = page.slice(0, page.lastIndexOf('/'));
  return [...html.matchAll(/src="([^"]+\.tsx?)"/g)].map(([, path = '']) =>
    path.startsWith('/') ? `web${path}` : join(folder, path).replaceAll('\\', '/'),
  );
}
