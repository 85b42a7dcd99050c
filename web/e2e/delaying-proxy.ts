import { connect, createServer, type Server, type Socket } from 'node:net';

/** What a network does to bytes on their way. */
export interface NetworkShape {
  /** Milliseconds one way. */
  readonly delayMs: number;
  /** Up to this much more or less, uniformly. */
  readonly jitterMs: number;
}

/** A TCP proxy that holds bytes back, in order, as a link with delay and jitter does. */
export interface DelayingProxy {
  readonly port: number;
  /** From now on. */
  shape: NetworkShape;
  /** Cuts every connection, as a lost network does. */
  cut(): void;
  /** Refuses connections while true. */
  isDown: boolean;
  close(): Promise<void>;
}

/** @param random uniform in 0 to 1; seeded, so that a run can be repeated */
export async function startDelayingProxy(
  target: number,
  shape: NetworkShape,
  random: () => number,
): Promise<DelayingProxy> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    if (proxy.isDown) {
      near.destroy();
      return;
    }
    const far = connect({ host: 'localhost', port: target });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => sockets.delete(socket));
    }
    relay(near, far);
    relay(far, near);
  });
  const relay = (from: Socket, to: Socket) => {
    let last = 0;
    const later = (run: () => void) => {
      const { delayMs, jitterMs } = proxy.shape;
      const due = performance.now() + delayMs + (random() * 2 - 1) * jitterMs;
      last = Math.max(last, due);
      setTimeout(run, Math.max(0, last - performance.now()));
    };
    from.on('data', (bytes) => later(() => void (to.destroyed || to.write(bytes))));
    from.on('end', () => later(() => to.end()));
    from.on('error', () => to.destroy());
    // What was held back is written before the connection ends.
    from.on('close', () => later(() => to.destroySoon()));
  };
  const port = await new Promise<number>((resolve) => {
    server.listen(0, 'localhost', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  const proxy: DelayingProxy = {
    port,
    shape,
    isDown: false,
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return proxy;
}
