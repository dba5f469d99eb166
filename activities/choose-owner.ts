import type { OwnerChoice } from '#contracts/owning.ts';
import type { OwnerOrder } from '#governance/owners/choose-owner.ts';
import type { Database, Transaction } from '#store/database.ts';

/** Says who is asked next to own an enquiry. */
export function createChooseOwner(parts: {
  database: Database;
  choose(tx: Transaction, order: OwnerOrder): Promise<OwnerChoice>;
}) {
  return (order: OwnerOrder): Promise<OwnerChoice> => parts.choose(parts.database.direct, order);
}
