import { activityInfo } from '@temporalio/activity';
import type { CustomerStanding } from '#contracts/customer.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { factsOfCustomer } from '#governance/data-facts/index.ts';
import type { createStages } from '#governance/guard/stages.ts';
import type { Transaction } from '#store/database.ts';
import type { CrmCall, Crms } from './crms.ts';
import { withHeartbeat } from './heartbeat.ts';
import { tryLater } from './outside-once.ts';
import { type Reading, readingOf } from './reading-of.ts';

/** What the CRM knows of a customer, as it is read. */
export const ofCustomer: Reading = { tool: 'look-up-customer', record: 'customer', facts: factsOfCustomer() };

export interface StandingSearch {
  step: StepCall;
  customer: string;
  /** Absent where the run has our own CRM pinned. */
  crm?: StandingCall | undefined;
}

/** After so many attempts the run goes on and knows nothing of the customer. */
export type StandingCall = CrmCall & { attempts: number };

/** What is known of a customer, and what is written down of the look at it. */
export interface FoundStanding {
  standing?: CustomerStanding;
  record: { customer: string; refused?: string; unanswered?: string };
}

/** What the CRM knows of a customer. Where it may not be read or does not answer, nothing is known of them. */
export function createFindStanding({ admit, crms }: { admit: ReturnType<typeof createStages>; crms: Crms }) {
  return async (reads: Transaction, { step, customer, crm: call }: StandingSearch): Promise<FoundStanding> => {
    const connector = call?.connector ?? crms.own.name;
    const verdict = admit(readingOf(connector, step, ofCustomer));
    if (verdict.kind !== 'admitted') return nothingKnown({ refused: `${verdict.stage}: ${verdict.reason}` });
    if (call) return ask(call, customer);
    return found(await crms.own.findStanding(reads, customer));
  };

  async function ask(call: StandingCall, customer: string): Promise<FoundStanding> {
    const { connector, timeoutMs, heartbeatMs, attempts } = call;
    const crm = crms.outside(connector);
    const answer = await withHeartbeat(heartbeatMs, () => crm.findStanding(customer, { timeoutMs }));
    if (answer.kind === 'answered') return found(answer.outcome);
    if (activityInfo().attempt < attempts) throw tryLater(answer);
    return nothingKnown({ unanswered: answer.reason });
  }
}

function found(standing: CustomerStanding | undefined): FoundStanding {
  return standing ? { standing, record: { customer: standing.source } } : nothingKnown({});
}

function nothingKnown(why: { refused?: string; unanswered?: string }): FoundStanding {
  return { record: { customer: 'unknown', ...why } };
}
