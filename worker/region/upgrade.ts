import { CLOSE_CODES, type CloseReason } from '../../shared/protocol/close-codes.ts';

/** The answer to an upgrade, echoing the subprotocol that was chosen and never the ticket. */
export function upgraded(webSocket: WebSocket, subprotocol: string | undefined): Response {
  const headers: Record<string, string> = subprotocol === undefined ? {} : { 'Sec-WebSocket-Protocol': subprotocol };
  return new Response(null, { status: 101, webSocket, headers });
}

/** Accepts a socket and closes it: a browser cannot read why an upgrade was refused, but it can read a close code. */
export function acceptAndClose(subprotocol: string | undefined, reason: CloseReason, text: string): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.close(CLOSE_CODES[reason], text);
  return upgraded(client, subprotocol);
}
