/** Withdraws what was scheduled; harmless when it has happened already. */
export type Cancel = () => void;

/** What a socket reports, each at most as often as a WebSocket would. */
export interface SocketListener {
  opened(): void;
  message(data: ArrayBuffer | Uint8Array | string): void;
  closed(code: number, reason: string): void;
}

/** One WebSocket, whatever platform it lives on. */
export interface SocketPort {
  listen(listener: SocketListener): void;
  send(data: Uint8Array<ArrayBuffer> | string): void;
  close(code: number, reason: string): void;
}

/** A single-use ticket and where it is good. */
export interface Ticket {
  /** Address of the socket, without the ticket. */
  readonly url: string;
  readonly token: string;
}

/** Thrown by `fetchTicket` where asking again is pointless: banned, signed out, no such character. The message is shown. */
export class TicketRefused extends Error {
  override readonly name = 'TicketRefused';
}

/** Everything that the headless client needs of the platform it runs on. */
export interface ClientPorts {
  open(url: string, protocols: readonly string[]): SocketPort;
  /** Monotonic milliseconds. */
  now(): number;
  after(ms: number, run: () => void): Cancel;
  /** 0 inclusive to 1 exclusive. */
  random(): number;
  /** A new ticket; rejects where none was to be had, with `TicketRefused` where none will be. */
  fetchTicket(): Promise<Ticket>;
}

/** As much of a WebSocket as the client needs: those of browsers, Node and workerd all fit. */
export interface WebSocketLike {
  binaryType: string;
  send(data: Uint8Array<ArrayBuffer> | string): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'open', run: () => void): void;
  addEventListener(type: 'message', run: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', run: (event: { code: number; reason: string }) => void): void;
}

/** Makes a port of a WebSocket that has just been constructed. */
export function socketPort(socket: WebSocketLike): SocketPort {
  socket.binaryType = 'arraybuffer';
  return {
    listen(listener) {
      socket.addEventListener('open', () => listener.opened());
      socket.addEventListener('message', ({ data }) => {
        if (typeof data === 'string' || data instanceof ArrayBuffer || data instanceof Uint8Array)
          listener.message(data);
      });
      socket.addEventListener('close', ({ code, reason }) => listener.closed(code, reason));
    },
    send: (data) => socket.send(data),
    close: (code, reason) => socket.close(code, reason),
  };
}
