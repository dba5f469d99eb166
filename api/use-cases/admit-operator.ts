import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import { findRun } from '#store/runs.ts';
import type { Reads } from './database.ts';
import type { RecordRefusal } from './record-refusal.ts';

/** Lets an operator through to a run, and records who was not. */
export function createAdmitOperator(parts: { reads: Reads; policy: PolicyPort; recordRefusal: RecordRefusal }) {
  return async (by: Person, { runId, verb }: { runId: string; verb: 'cancel' | 'retry' }): Promise<void> => {
    const run = await findRun(parts.reads, runId);
    if (!run) throw new AppError('not-found', `There is no run ${runId}`);
    const { allowed, policies, policySet } = parts.policy.decide({
      action: 'operateRun',
      principal: { kind: 'person', person: by },
      resource: { run: run.id, process: run.process, startedBy: run.startedBy },
    });
    if (allowed) return;
    const code = 'policy-refused';
    await parts.recordRefusal({ by, action: 'operateRun', resource: run.id, code, runId, policies, policySet });
    throw new AppError(code, `${by.id} may not ${verb} runs: operators and team leads may`, {
      facts: { action: 'operateRun' },
    });
  };
}

export type AdmitOperator = ReturnType<typeof createAdmitOperator>;
