import type { Money } from '../money.ts';
import type { RefundOutcome } from '../refund.ts';
import type { OutsideAnswer } from './outside.ts';

/** A refund that is to be made once under its key. */
export interface RefundOrder {
  /** Ours. The same key with another payment or amount is refused. */
  key: string;
  /** What the payment provider calls the payment. */
  payment: string;
  money: Money;
  /** What was paid back of it when it was decided, in minor units; more by now is refused where the provider can tell. */
  refundedBefore?: number | undefined;
}

/** What is to be written to pay something back, and what that comes to. */
export interface PlannedRefund<Write> {
  outcome: RefundOutcome;
  writes: readonly Write[];
}

/** A payment provider: never pays back more than was paid, however many ask at once. */
export type RefundsPort<Reads, Write> = OwnRefunds<Reads, Write> | OutsideRefunds;

/** One in our own database: what it wants to write is written in one statement with the record of the step. */
export interface OwnRefunds<Reads, Write> {
  kind: 'own';
  name: string;
  planRefund(reads: Reads, order: RefundOrder): Promise<PlannedRefund<Write>>;
}

/** One that is reached over the network. */
export interface OutsideRefunds {
  kind: 'outside';
  name: string;
  refund(order: RefundOrder, waiting: { timeoutMs: number }): Promise<OutsideAnswer<RefundOutcome>>;
  /** What became of an order that may have been made before; nothing where no refund bears its key. */
  findRefund(order: RefundOrder, waiting: { timeoutMs: number }): Promise<OutsideAnswer<RefundOutcome | undefined>>;
}
