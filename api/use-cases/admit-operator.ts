import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyDecision, PolicyPort } from '#contracts/policy.ts';
import { findRun } from '#store/runs.ts';
import type { Reads } from './database.ts';
import type { MayRead, ReadableRun } from './judge-reader.ts';
import type { RecordRefusal } from './record-refusal.ts';

/** Whether somebody may read a run and give it orders. */
export function createMayOperate({ policy, mayRead }: { policy: PolicyPort; mayRead: MayRead }) {
  return (by: Person, run: ReadableRun & { trigger: string }): boolean =>
    mayRead(by, run) && isOperated(run) && judge(policy, by, run).kind === 'allowed';
}

/** A direct question is over as soon as whoever asked has gone. */
function isOperated({ trigger }: { trigger: string }): boolean {
  return trigger !== 'ask';
}

export type MayOperate = ReturnType<typeof createMayOperate>;

function judge(policy: PolicyPort, by: Person, { id, process, startedBy }: ReadableRun): PolicyDecision {
  return policy.decide({
    action: 'operateRun',
    principal: { kind: 'person', person: by },
    resource: { run: id, process, startedBy },
  });
}

/** Lets an operator through to a run, and records who was not. */
export function createAdmitOperator(parts: { reads: Reads; policy: PolicyPort; recordRefusal: RecordRefusal }) {
  return async (by: Person, { runId, verb }: { runId: string; verb: 'cancel' | 'retry' }): Promise<void> => {
    const run = await findRun(parts.reads, runId);
    if (!run) throw new AppError('not-found', `There is no run ${runId}`);
    const { kind, policies, policySet } = judge(parts.policy, by, run);
    if (kind === 'allowed' && isOperated(run)) return;
    if (kind === 'allowed')
      throw new AppError(
        'forbidden',
        `A direct question ends with its request: there is nothing to ${verb}. Ask again`,
      );
    const code = 'policy-refused';
    await parts.recordRefusal({ by, action: 'operateRun', resource: run.id, code, runId, policies, policySet });
    throw new AppError(code, `${by.id} may not ${verb} runs: operators and team leads may`, {
      facts: { action: 'operateRun' },
    });
  };
}

export type AdmitOperator = ReturnType<typeof createAdmitOperator>;
