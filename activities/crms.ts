import { AppError } from '#contracts/errors.ts';
import type { OutsideCrm, OwnCrm } from '#contracts/ports/crm.ts';
import type { Transaction } from '#store/database.ts';
import type { Write } from '#store/write-together.ts';

/** How a step asks the CRM outside that its run has pinned. */
export interface CrmCall {
  connector: string;
  timeoutMs: number;
  heartbeatMs: number;
}

/** The systems of record for contacts that this installation reaches. */
export interface Crms {
  own: OwnCrm<Transaction, Write>;
  /** What is to be told to one that nobody set up waits until somebody does. */
  outside(name: string): OutsideCrm;
}

export function createCrms(crms: { own: OwnCrm<Transaction, Write>; outside: readonly OutsideCrm[] }): Crms {
  const byName = new Map(crms.outside.map((crm) => [crm.name, crm]));
  return {
    own: crms.own,
    outside: (name) => {
      const crm = byName.get(name);
      if (!crm) throw new AppError('records-unavailable', `No key and address is set for the connector ${name}`);
      return crm;
    },
  };
}
