import type { ApprovalAct } from '#contracts/approval.ts';
import type { ErrorCode } from '#contracts/errors.ts';
import { ApprovalId } from '#contracts/http/approval.ts';
import { type LedgerRecord, unknownSender } from '#contracts/ledger.ts';
import type { Person } from '#contracts/person.ts';
import type { CountedRefusal, CountedRefusals } from '#governance/ledger/counted-refusals.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { findRun } from '#store/runs.ts';
import type { Reads } from './database.ts';

/** What was refused before anybody understood what was wanted. */
export interface Unheard {
  /** Nobody where it could not be told who asks. */
  by: Person | undefined;
  code: ErrorCode;
}

export interface UnheardOfTask extends Unheard {
  /** As it stands in the address. */
  approvalId: string;
  act: 'decide' | ApprovalAct;
}

export interface UnheardOfTemporal extends Unheard {
  /** As the Temporal UI server would have been asked. */
  path: string;
}

const runPath = /\/workflows\/(run_[0-9a-f]{32})\//;

/** Writes down what somebody wanted with a task or a run, and was refused before it was read. What is not there has no ledger. */
export function createRecordUnheard({ reads, refusals }: { reads: Reads; refusals: Pick<CountedRefusals, 'count'> }) {
  return {
    ofTask: async ({ approvalId, ...unheard }: UnheardOfTask): Promise<void> => {
      const named = ApprovalId.safeParse({ id: approvalId });
      const row = named.success ? await findApproval(reads, named.data.id) : null;
      if (row) await refusals.count((count) => entryOf(row, { ...unheard, count }));
    },
    ofTemporal: async ({ path, by, code }: UnheardOfTemporal): Promise<void> => {
      const [, id] = runPath.exec(path) ?? [];
      const run = id === undefined ? null : await findRun(reads, id);
      if (run) await refusals.count(refusedInTemporal(run, { by, code }));
    },
    ofDelegation: async ({ by, code }: Unheard): Promise<void> => {
      if (!by) return;
      const asked = { action: 'manageDelegation', resource: 'new', code, policies: [] };
      await refusals.count((count) => ({ kind: 'request-refused', actor: by.id, body: { ...asked, count } }));
    },
  };
}

export type RecordUnheard = ReturnType<typeof createRecordUnheard>;

function refusedInTemporal({ id: runId }: { id: string }, { by, code }: Unheard): CountedRefusal {
  const body = { action: 'changeInTemporal', resource: runId, code, policies: [] };
  return (count) => ({ kind: 'request-refused', runId, actor: by?.id ?? unknownSender, body: { ...body, count } });
}

type Counted = Omit<UnheardOfTask, 'approvalId'> & { count: number };

function entryOf({ id: approval, runId }: ApprovalRow, { act, by, code, count }: Counted): LedgerRecord {
  const author = { runId, actor: by?.id ?? unknownSender };
  return act === 'decide'
    ? { kind: 'decision-refused', ...author, body: { approval, code, count } }
    : { kind: 'approval-act-refused', ...author, body: { approval, act, code, count } };
}
