import type { Blocked } from './guard.ts';

/** An earlier ticket of the same customer, by its run. */
export interface EarlierTicket {
  run: string;
  /** ISO 8601. */
  since: string;
  state: 'open' | 'closed';
}

/** What looking for a customer's earlier tickets came to, the latest first. */
export type TicketsFound = { kind: 'found'; tickets: readonly EarlierTicket[] } | { kind: 'none' } | Blocked;
