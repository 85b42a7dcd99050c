import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { Ticket } from '../../shared/client/ports.ts';

const OPENING_LIMIT_MS = 20_000;

/** A socket that sends whatever it is told to and answers nothing of its own accord. */
export class RawSocket {
  /** Resolves with the code that the socket is closed with. */
  readonly closed: Promise<number>;
  private readonly socket: WebSocket;

  constructor({ url, token }: Ticket) {
    this.socket = new WebSocket(`${url}?token=${token}`);
    this.closed = new Promise((resolve) => this.socket.addEventListener('close', ({ code }) => resolve(code)));
  }

  /** Resolves when the socket is open; also when it was closed instead. */
  async opened(): Promise<void> {
    const signal = AbortSignal.timeout(OPENING_LIMIT_MS);
    const isOpen = new Promise<void>((resolve) => {
      this.socket.addEventListener('open', () => resolve(), { signal });
    });
    await Promise.race([isOpen, this.closed]);
  }

  /** Sends a frame; nothing where the socket is closed already. */
  send(frame: Uint8Array<ArrayBuffer> | string): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(frame);
  }

  close(): void {
    this.socket.close();
  }
}

/** A WebSocket opened by hand, which answers nothing, and reads only when it is told to. */
export class HandMadeSocket {
  /** Bytes received. */
  bytes = 0;
  private readonly socket: Socket;
  private unread = Buffer.alloc(0);
  private hasUpgraded = false;
  private code: number | undefined = undefined;

  constructor({ url, token }: Ticket) {
    const { hostname, port, host, pathname } = new URL(url);
    this.socket = connect({ host: hostname, port: Number(port) });
    this.socket.pause();
    this.socket.on('data', (bytes: Buffer) => this.take(bytes));
    this.socket.pause();
    this.socket.write(
      [
        `GET ${pathname}?token=${token} HTTP/1.1`,
        `Host: ${host}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        '\r\n',
      ].join('\r\n'),
    );
  }

  /** The code of the close frame that came; undefined before. */
  get closeCode(): number | undefined {
    return this.code;
  }

  read(): void {
    this.socket.resume();
  }

  end(): void {
    this.socket.destroy();
  }

  private take(bytes: Buffer): void {
    this.bytes += bytes.byteLength;
    this.unread = Buffer.concat([this.unread, bytes]);
    if (!this.hasUpgraded) {
      const end = this.unread.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.hasUpgraded = true;
      this.unread = this.unread.subarray(end + 4);
    }
    for (let size = frameBytes(this.unread); size <= this.unread.byteLength; size = frameBytes(this.unread)) {
      const isClose = ((this.unread[0] ?? 0) & 0x0f) === 0x08;
      if (isClose) this.code = this.unread.readUInt16BE(2);
      this.unread = this.unread.subarray(size);
    }
  }
}

/** Size of the frame that bytes begin with, header included; infinite where not even that is there. Servers do not mask. */
function frameBytes(bytes: Buffer): number {
  const length = (bytes[1] ?? 0) & 0x7f;
  const header = length === 127 ? 10 : length === 126 ? 4 : 2;
  if (bytes.byteLength < header) return Number.POSITIVE_INFINITY;
  if (length === 127) return header + Number(bytes.readBigUInt64BE(2));
  return header + (length === 126 ? bytes.readUInt16BE(2) : length);
}
