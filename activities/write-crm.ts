import type { CustomerStanding } from '#contracts/customer.ts';
import type { Blocked } from '#contracts/guard.ts';
import type { Interaction } from '#contracts/interaction.ts';
import type { CrmPort, LoggedInteraction } from '#contracts/ports/crm.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { factsOfInteraction } from '#governance/data-facts/index.ts';
import { digestOf } from '#governance/digest.ts';
import { type GuardedEffect, processOf } from '#governance/guard/index.ts';
import type { Transaction } from '#store/database.ts';
import type { Write } from '#store/write-together.ts';
import type { Once } from './once.ts';

export interface WriteCrmInput {
  step: StepCall;
  interaction: Interaction;
}

export type WriteCrmResult =
  | ({ kind: 'logged' } & LoggedInteraction & {
        /** Absent where it was logged before standings were read with it. */
        standing?: CustomerStanding;
      })
  | Blocked;

/** Logs an interaction in the CRM, once per step; the contact is found or created by the customer's address. */
export function createWriteCrm(parts: { once: Once; crm: CrmPort<Transaction, Write> }) {
  return ({ step, interaction }: WriteCrmInput): Promise<WriteCrmResult> => {
    const digest = digestOf(interaction);
    const { direction } = interaction;
    const recordsWhatHappened = direction !== 'inbound';
    return parts.once<WriteCrmResult>({
      effect: effectOf(parts.crm.name, { step, digest, recordsWhatHappened, interaction }),
      execute: async (reads) => {
        const entry = { ...interaction, runId: step.run.id, stepKey: stepKey(step.address), digest };
        const { logged, standing, writes } = await parts.crm.planInteraction(reads, entry);
        const record = { connector: parts.crm.name, direction, ...logged };
        return { verdict: 'done', result: 'logged', record, writes, outcome: { kind: 'logged', ...logged, standing } };
      },
    });
  };
}

type Writing = Pick<GuardedEffect, 'step' | 'digest' | 'recordsWhatHappened'> & { interaction: Interaction };

/** What has happened is written down whatever became of the process. */
function effectOf(connector: string, { interaction, ...writing }: Writing): GuardedEffect {
  const { step, recordsWhatHappened } = writing;
  return {
    ...writing,
    effect: 'writeRecord',
    asset: connector,
    uses: [...(recordsWhatHappened ? [] : [processOf(step)]), { kind: 'tool', name: 'write-interaction' }],
    question: {
      action: 'writeRecord',
      principal: { kind: 'process', process: step.run.process },
      resource: { connector },
      context: { ...factsOfInteraction(interaction), record: 'interaction' },
    },
  };
}
