import { Link, type LinkQuality } from './link.test-kit.ts';
import type { SocketListener, SocketPort } from './ports.ts';
import type { VirtualTime } from './virtual-time.test-kit.ts';

/** The server's end of a virtual socket. */
export interface ServerEnd {
  readonly protocols: readonly string[];
  send(data: Uint8Array | string): void;
  close(code: number, reason: string): void;
  /** What the client sends arrives here. */
  onMessage: (data: Uint8Array | string) => void;
  onClose: () => void;
  /** The network goes away without a word. */
  cut(): void;
}

/** Connects a client's port with a server's end over two links; it opens after one round trip. */
export function connectVirtually(
  time: VirtualTime,
  random: () => number,
  quality: LinkQuality,
  protocols: readonly string[],
  accept: (end: ServerEnd) => void,
): SocketPort {
  const up = new Link(time, random, quality);
  const down = new Link(time, random, quality);
  let listener: SocketListener | undefined;
  let isOpen = true;
  const end: ServerEnd = {
    protocols,
    send: (data) => down.send(() => isOpen && listener?.message(data)),
    close(code, reason) {
      down.send(() => {
        if (isOpen) listener?.closed(code, reason);
        isOpen = false;
      });
    },
    onMessage: () => undefined,
    onClose: () => undefined,
    cut() {
      up.cut();
      down.cut();
    },
  };
  up.send(() => {
    accept(end);
    down.send(() => isOpen && listener?.opened());
  });
  return {
    listen(given) {
      listener = given;
    },
    send: (data) => up.send(() => end.onMessage(data)),
    close() {
      isOpen = false;
      up.send(() => end.onClose());
    },
  };
}
