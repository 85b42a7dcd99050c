// The one door of every package script. It is plain JavaScript for whatever Node (20 or newer) the machine has: it
// installs what is missing and runs the command with the Node 24 of node_modules, which wrangler and vitest need.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
// On Node 20 npm warns of every package that wants more, which is what this file takes care of.
const QUIET = '--loglevel=error';
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const BIN = join(ROOT, 'node_modules', '.bin');

/** What `npm run <name>` runs. */
const COMMANDS = {
  start: ['worker/run/start.ts'],
  test: ['worker/run/test.ts'],
  prepare: ['worker/run/prepare.ts'],
  build: ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts'],
  bots: ['worker/run/bots.ts'],
  look: ['web/run/look.ts'],
  region: ['worker/run/region.ts'],
  replay: ['worker/run/replay.ts'],
  chaos: ['worker/chaos/run.ts'],
  check: ['worker/run/test.ts', '--project', 'house'],
  format: ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', '.'],
};

main(process.argv[2], process.argv.slice(3));

/**
 * @param {string | undefined} name
 * @param {string[]} args
 */
function main(name, args) {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    stop(1, `Larkmark needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}. See https://nodejs.org/.`);
  }
  const command = name === undefined ? undefined : COMMANDS[name];
  if (command === undefined) stop(2, `Usage: npm run <command>, one of: ${Object.keys(COMMANDS).join(', ')}.`);

  if (args.includes('--after-install')) return afterInstall(command);
  if (!isInstalled()) install();
  run(command, args, finish);
}

/** npm calls this at the end of `npm ci`. What fails here is no reason to fail the installation: the next command retries. */
function afterInstall(command) {
  if (process.env.LARKMARK_INSTALLING === '1' || localNode() === undefined) return;
  run(command, [], (code, signal) => {
    if (code !== 0) console.error('Set-up did not finish (see above); npm start and npm test try again.');
    if (signal !== null) finish(code, signal);
  });
}

function install() {
  console.log('Installing packages (npm ci) ...');
  const npm = process.env.npm_execpath;
  const [file, ...args] = npm?.endsWith('.js') ? [process.execPath, npm, 'ci', QUIET] : ['npm', 'ci', QUIET];
  // npm runs the root's own prepare script after this; the command that follows prepares for itself.
  const env = { ...process.env, LARKMARK_INSTALLING: '1' };
  const shell = process.platform === 'win32' && file === 'npm';
  const done = spawnSync(file, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'], shell });
  if (done.error !== undefined || done.status !== 0) {
    stop(done.status ?? 1, `npm ci failed${done.error === undefined ? '' : `: ${done.error.message}`}.`);
  }
  if (localNode() === undefined) {
    stop(
      1,
      'npm ci left no Node in node_modules. Are install scripts off (ignore-scripts) or dev dependencies omitted?',
    );
  }
}

/** Whether node_modules holds exactly what the lock file asks for on this platform. */
function isInstalled() {
  const installed = readPackages('node_modules/.package-lock.json');
  const wanted = readPackages('package-lock.json');
  if (installed === undefined || wanted === undefined || localNode() === undefined) return false;
  const differs = (path) => installed[path]?.integrity !== wanted[path]?.integrity;
  const required = Object.keys(wanted).filter((path) => path !== '' && wanted[path].optional !== true);
  return !required.some(differs) && !Object.keys(installed).some(differs);
}

/** @param {string} file a lock file, relative to the root */
function readPackages(file) {
  const path = join(ROOT, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

function localNode() {
  const folder = join(ROOT, 'node_modules', 'node', 'bin');
  return [join(folder, 'node'), join(folder, 'node.exe')].find((path) => existsSync(path));
}

/** Runs a script with the Node of node_modules; signals are passed on, the outcome goes to `done`. */
function run(command, args, done) {
  const [script, ...preset] = command;
  if (!existsSync(join(ROOT, script))) stop(1, `There is no ${script} yet.`);
  const env = {
    ...process.env,
    PATH: BIN + delimiter + (process.env.PATH ?? ''),
    // Neither the shape of a request's origin nor statistics are fetched: everything works offline.
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    WRANGLER_SEND_METRICS: 'false',
  };
  const child = spawn(localNode(), [script, ...preset, ...args], { cwd: ROOT, env, stdio: 'inherit' });
  child.on('error', (error) => stop(1, `${localNode()} could not start: ${error.message}`));
  child.on('exit', done);
  process.on('SIGINT', () => {
    // A terminal sends Ctrl-C to the child as well; this process has only to outlive it.
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
}

function finish(code, signal) {
  process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
}

function stop(code, message) {
  console.error(message);
  process.exit(code);
}
