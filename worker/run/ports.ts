import { connect } from 'node:net';

/** The ports of development: the Worker's, as the protocol documents it, and the client's. */
export const PORTS = {
  worker: { usual: 5555, variable: 'PORT_WORKER' },
  client: { usual: 3333, variable: 'PORT_CLIENT' },
} as const;

const LOOPBACKS = ['127.0.0.1', '::1'];
const HIGHEST_PORT = 65_535;

/**
 * The port of a part: its variable, or the usual one.
 * @throws if the variable is no port, or somebody already listens there; the message says how to choose another
 */
export async function choosePort(part: keyof typeof PORTS): Promise<number> {
  const { usual, variable } = PORTS[part];
  const port = Number(process.env[variable] ?? usual);
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT) {
    throw new Error(`${variable}=${process.env[variable]} is not a port number.`);
  }
  const taken = await Promise.all(LOOPBACKS.map((host) => isListening(host, port)));
  if (taken.includes(true)) {
    throw new Error(
      `Port ${port}, where the ${part} should listen, is taken. End what uses it, or choose another: ` +
        `${variable}=${port + 1} npm start`,
    );
  }
  return port;
}

/** Whether somebody listens on a port of this machine. */
export function isListening(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const answer = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
