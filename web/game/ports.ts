import { type ClientPorts, socketPort, TicketRefused } from '../../shared/client/ports.ts';
import { ApiError, play } from '../api.ts';

/** Statuses after which asking again with the same token for the same character gains nothing. */
const FINAL_STATUSES = [401, 403, 404];

/** What the headless client needs, as a browser has it. */
export function browserPorts(characterId: string, token: () => string): ClientPorts {
  return {
    open: (url, protocols) => socketPort(new WebSocket(url, [...protocols])),
    now: () => performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    async fetchTicket() {
      try {
        return await play(token(), characterId);
      } catch (error) {
        const isFinal = error instanceof ApiError && FINAL_STATUSES.includes(error.status);
        throw isFinal ? new TicketRefused(error.message) : error;
      }
    },
  };
}
