import { type ClientPorts, socketPort, type Ticket } from '../../../shared/client/ports.ts';

/** The headless client's ports on Node: its own WebSocket, clock and timers. */
export function nodePorts(fetchTicket: () => Promise<Ticket>, random: () => number = Math.random): ClientPorts {
  return {
    open: (url, protocols) => socketPort(new WebSocket(url, [...protocols])),
    now: () => performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random,
    fetchTicket,
  };
}
