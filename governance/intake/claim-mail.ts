import type { Transaction } from '#platform/database/client.ts';
import { type InboundMailRow, insertInboundMail } from '#store/inbound-mail.ts';

/** Ends a transaction whose message somebody else has just taken in. */
export class AlreadyTakenIn extends Error {
  override readonly name = 'AlreadyTakenIn';
}

/** Waits for whoever is taking in the same message, and gives way once that is committed. */
export async function claimMail(tx: Transaction, row: InboundMailRow): Promise<void> {
  if (await insertInboundMail(tx, row)) return;
  throw new AlreadyTakenIn('The same message was taken in meanwhile');
}
