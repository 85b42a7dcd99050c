import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startPart } from './part.ts';
import { choosePort } from './ports.ts';

/** Answers through a process of its own, which ignores the polite signals: only the end of the whole group ends it. */
const SERVER = `
  require('node:child_process').spawn(process.execPath, ['-e', \`
    process.on('SIGTERM', () => {});
    require('node:http').createServer((_, response) => response.end()).listen(Number(process.env.PORT), '127.0.0.1');
  \`]);
`;

/** A port of this machine that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

test('a part is ready when it answers, and stopping it ends what it started as well', async () => {
  const port = await freePort();
  const probeUrl = `http://127.0.0.1:${port}/`;
  const part = startPart({ name: 'server', command: ['-e', SERVER], env: { PORT: String(port) }, probeUrl });
  onTestFinished(() => part.stop());
  await part.ready;
  expect((await fetch(probeUrl)).ok).toBe(true);
  await part.stop();
  expect(await part.ended).toBe('SIGTERM');
  await expect
    .poll(() =>
      fetch(probeUrl).then(
        () => 'answers',
        () => 'gone',
      ),
    )
    .toBe('gone');
});

test('a part that ends before it is ready says so, with its last lines', async () => {
  const command = ['-e', "console.error('no such database'); process.exitCode = 3"];
  const part = startPart({ name: 'server', command, probeUrl: `http://127.0.0.1:${await freePort()}/` });
  await expect(part.ready).rejects.toThrow('The server ended before it was ready: exit code 3.');
  expect(part.lastLines()).toBe('no such database');
});

test('a taken port is named, with the way to choose another', async () => {
  const port = await freePort();
  process.env.PORT_WORKER = String(port);
  onTestFinished(() => {
    delete process.env.PORT_WORKER;
  });
  expect(await choosePort('worker')).toBe(port);
  const server = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  await expect(choosePort('worker')).rejects.toThrow(`PORT_WORKER=${port + 1} npm start`);
  process.env.PORT_WORKER = 'many';
  await expect(choosePort('worker')).rejects.toThrow('PORT_WORKER=many is not a port number.');
});
