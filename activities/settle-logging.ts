import type { Interaction } from '#contracts/interaction.ts';
import type { LogOutcome } from '#contracts/ports/crm.ts';
import type { Settled } from '#governance/guard/index.ts';

interface AskedOf {
  connector: string;
  direction: Interaction['direction'];
  /** Why nothing that is known of the customer was read with it. */
  refused?: string;
}

/** How an entry in a CRM counts, and what is written down of it. */
export function settleLogging(asked: AskedOf): (outcome: LogOutcome) => Settled<LogOutcome> {
  return (outcome) => {
    if (outcome.kind === 'refused') return { verdict: 'failed', result: outcome.why, record: { ...asked }, outcome };
    const { contactId, interactionId, contactCreated } = outcome;
    const record = { ...asked, contactId, interactionId, contactCreated };
    return { verdict: 'done', result: 'logged', record, outcome };
  };
}
