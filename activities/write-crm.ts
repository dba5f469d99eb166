import type { Blocked } from '#contracts/guard.ts';
import type { Interaction } from '#contracts/interaction.ts';
import type { InteractionToLog, LogOutcome, OutsideCrm } from '#contracts/ports/crm.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { factsOfInteraction } from '#governance/data-facts/index.ts';
import { digestOf } from '#governance/digest.ts';
import { type GuardedEffect, processOf } from '#governance/guard/index.ts';
import type { createStages } from '#governance/guard/stages.ts';
import type { CrmCall, Crms } from './crms.ts';
import { ofCustomer } from './find-standing.ts';
import { withHeartbeat } from './heartbeat.ts';
import type { Once } from './once.ts';
import { type OutsideOnce, tryLater } from './outside-once.ts';
import { readingOf } from './reading-of.ts';
import { isConfirmedBy } from './reuse.ts';
import { settleLogging } from './settle-logging.ts';

export interface WriteCrmInput {
  step: StepCall;
  interaction: Interaction;
  /** Absent where the run has our own pinned. */
  crm?: CrmCall;
}

export type WriteCrmResult = LogOutcome | Blocked;

interface WriteCrmParts {
  once: Once;
  outsideOnce: OutsideOnce;
  admit: ReturnType<typeof createStages>;
  crms: Crms;
}

/**
 * Logs an interaction in the CRM that the run has pinned, once per step; the contact is found or created by the customer's
 * address. What is known of them is read with it, where that may be read too. One outside is asked until it answers.
 */
export function createWriteCrm({ once, outsideOnce, admit, crms }: WriteCrmParts) {
  return ({ step, interaction, crm: call }: WriteCrmInput): Promise<WriteCrmResult> => {
    const connector = call?.connector ?? crms.own.name;
    const digest = digestOf(interaction);
    const { withStanding, ...why } = mayReadStanding(connector, { step, interaction });
    const logging = {
      effect: effectOf(connector, { step, digest, interaction }),
      entry: { ...interaction, runId: step.run.id, key: stepKey(step.address), digest, withStanding },
      settle: settleLogging({ connector, direction: interaction.direction, ...why }),
    };
    return call ? logOutside(crms.outside(connector), { call, ...logging }) : logHere(logging);
  };

  /** What is known of whoever writes is read with what they write. */
  function mayReadStanding(connector: string, { step, interaction }: Pick<WriteCrmInput, 'step' | 'interaction'>) {
    if (interaction.direction !== 'inbound') return { withStanding: false };
    const verdict = admit(readingOf(connector, step, ofCustomer));
    if (verdict.kind === 'admitted') return { withStanding: true };
    return { withStanding: false, refused: `${verdict.stage}: ${verdict.reason}` };
  }

  function logHere({ effect, entry, settle }: Logging): Promise<WriteCrmResult> {
    return once<LogOutcome>({
      effect,
      isConfirmed: isConfirmedBy(settle),
      execute: async (reads) => {
        const { outcome, writes } = await crms.own.planInteraction(reads, entry);
        return { ...settle(outcome), writes };
      },
    });
  }

  async function logOutside(
    crm: OutsideCrm,
    { call, effect, entry, settle }: Logging & { call: CrmCall },
  ): Promise<WriteCrmResult> {
    const { heartbeatMs, timeoutMs } = call;
    const result = await withHeartbeat(heartbeatMs, () =>
      outsideOnce<LogOutcome>({
        effect,
        ask: (key) => crm.logInteraction({ ...entry, key }, { timeoutMs }),
        lookUp: (key) => crm.findInteraction({ ...entry, key }, { timeoutMs }),
        settle,
        otherwise: { kind: 'refused', why: 'key-reused' },
      }),
    );
    if (result.kind === 'answered') return result.outcome;
    if (result.kind === 'blocked') return result;
    // What was said is not lost while the CRM is away: its run stays open, and is shown as one that does not get on.
    throw tryLater(result);
  }
}

interface Logging {
  effect: GuardedEffect;
  entry: InteractionToLog;
  settle: ReturnType<typeof settleLogging>;
}

/** What has happened is written down whatever became of the process. */
function effectOf(
  connector: string,
  { step, digest, interaction }: { step: StepCall; digest: string; interaction: Interaction },
): GuardedEffect {
  const recordsWhatHappened = interaction.direction !== 'inbound';
  return {
    step,
    digest,
    recordsWhatHappened,
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
