// Finds a Chromium that renders WebGL2 without a screen or a graphics card. Order: CHROMIUM_PATH, the machine's own,
// Debian's package when root, the npm package @sparticuz/chromium. The first that really draws is taken and remembered.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { ROOT } from './paths.ts';

/** What `chromium.launch()` of playwright-core needs. */
export type Chromium = {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
};

/** SwiftShader draws on the processor; the rest keeps a browser that only tests from calling home. */
const ARGS = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** The headless shell first: on software rendering it draws twice as many frames as a whole browser does. */
const COMMANDS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const MEMORY = join(ROOT, '.cache/chromium.json');
const UNPACKED = join(ROOT, '.cache/chromium');
const APT_LIMIT_MS = 240_000;
const TRIAL_LIMIT_MS = 30_000;

type Place = { readonly executablePath: string; readonly env: Record<string, string> };
type Source = { readonly name: string; find(): Place | undefined };

const SOURCES: readonly Source[] = [
  { name: 'CHROMIUM_PATH', find: () => placeAt(process.env.CHROMIUM_PATH) },
  { name: 'the machine', find: () => placeAt(onPath() ?? INSTALLED.find((path) => existsSync(path))) },
  { name: "Debian's package", find: installWithApt },
  { name: '@sparticuz/chromium', find: unpackFromNpm },
];

/** @throws with what was tried and why it did not do, if no Chromium draws */
export async function findChromium(): Promise<Chromium> {
  const remembered = recall();
  if (remembered !== undefined) return launchable(remembered);
  const reasons: string[] = [];
  for (const { name, find } of SOURCES) {
    try {
      const place = find();
      if (place === undefined) continue;
      await tryDrawing(launchable(place));
      remember(place);
      return launchable(place);
    } catch (error) {
      reasons.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  const tried = reasons.length === 0 ? '' : ` Tried:\n${reasons.join('\n')}\n`;
  throw new Error(`No Chromium that draws WebGL2 was found.${tried} Set CHROMIUM_PATH to the program of one.`);
}

function launchable({ executablePath, env }: Place): Chromium {
  return { executablePath, args: ARGS, env: { ...definedEnvironment(), ...env } };
}

/** Draws one blue pixel and reads it back: a WebGL2 context alone proves little on a machine without a card. */
async function tryDrawing(candidate: Chromium): Promise<void> {
  const browser = await chromium.launch({ ...candidate, timeout: TRIAL_LIMIT_MS });
  try {
    const page = await browser.newPage();
    const pixel = await page.evaluate(() => {
      const gl = document.createElement('canvas').getContext('webgl2');
      if (gl === null) return 'no WebGL2 context';
      gl.clearColor(0, 0, 1, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      const colour = new Uint8Array(4);
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, colour);
      return colour.join(' ');
    });
    if (pixel !== '0 0 255 255') throw new Error(`it starts, but does not draw (${pixel})`);
  } finally {
    await browser.close();
  }
}

function placeAt(executablePath: string | undefined): Place | undefined {
  if (executablePath === undefined || executablePath === '') return undefined;
  if (!existsSync(executablePath)) throw new Error(`${executablePath} does not exist`);
  return { executablePath, env: {} };
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function installWithApt(): Place | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log("Installing Debian's Chromium for the tests in a browser (apt-get) ...");
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell', 'fonts-dejavu-core']);
  return placeAt(onPath());
}

function apt(args: string[]): void {
  // Without a network apt waits for minutes at its defaults.
  const patience = ['-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::Retries=1', '-o', 'DPkg::Lock::Timeout=60'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const done = spawnSync('apt-get', [...patience, ...args], { env, timeout: APT_LIMIT_MS, encoding: 'utf8' });
  if (done.error !== undefined) throw done.error;
  if (done.status !== 0) throw new Error(`apt-get ${args[0]}: ${done.stderr.trim().split('\n').slice(-3).join(' ')}`);
}

/**
 * The package unpacks into the folder for temporary files, and its libraries only where it believes to be on Amazon's
 * Lambda; both are told to it by environment, so a process of its own does it, into a folder of ours.
 */
function unpackFromNpm(): Place | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (!existsSync(UNPACKED)) {
    const partial = `${UNPACKED}.partial`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
    const env = { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, env });
    renameSync(partial, UNPACKED);
  }
  const libraries = [join(UNPACKED, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const env = { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: writeFontConfiguration() };
  return { executablePath: join(UNPACKED, 'chromium'), env };
}

/** The package's own file names only the folders of Lambda, and without a font no text is drawn. */
function writeFontConfiguration(): string {
  const file = join(UNPACKED, 'fonts.conf');
  const folders = [join(UNPACKED, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const lines = folders.map((folder) => `  <dir>${folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</dir>`);
  const cache = `  <cachedir prefix="xdg">fontconfig</cachedir>`;
  const text = ['<?xml version="1.0"?>', '<fontconfig>', ...lines, cache, '</fontconfig>', ''].join('\n');
  writeFileSync(file, text);
  return file;
}

function recall(): Place | undefined {
  if (process.env.CHROMIUM_PATH || !existsSync(MEMORY)) return undefined;
  // Written by `remember` below.
  const place = JSON.parse(readFileSync(MEMORY, 'utf8')) as Place;
  return existsSync(place.executablePath) ? place : undefined;
}

function remember(place: Place): void {
  mkdirSync(dirname(MEMORY), { recursive: true });
  writeFileSync(MEMORY, JSON.stringify(place));
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

if (import.meta.main) console.log((await findChromium()).executablePath);
