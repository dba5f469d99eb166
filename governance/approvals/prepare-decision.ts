import { AppError } from '#contracts/errors.ts';
import { OutgoingMessage } from '#contracts/message.ts';
import { actionPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { DecideOrder } from './decide-order.ts';
import { approvalDigest } from './digest.ts';

export interface PreparedDecision {
  /** The text it is about, where it changes the one shown. */
  changed?: OutgoingMessage;
  /** For an edit or a question that of the changed action, else that of the one shown. */
  digest: string;
}

/** Reads what a decision is about, and refuses one on a task that is not as it was opened. */
export function createPrepareDecision({ seals }: { seals: Seals }) {
  return async (row: ApprovalRow, { request }: DecideOrder): Promise<PreparedDecision> => {
    const action = OutgoingMessage.parse(await seals.read(row.actionSealed, actionPlace(row.id)));
    checkTerms(row, action);
    const changed = changedAction(row, { action, request });
    if (!changed) return { digest: request.digest };
    return { changed, digest: approvalDigest({ action: changed, evidenceDigest: row.evidenceDigest, task: row }) };
  };
}

/** A task whose text, terms or starter was changed since it was opened is nobody's to decide. */
function checkTerms(row: ApprovalRow, action: OutgoingMessage): void {
  if (approvalDigest({ action, evidenceDigest: row.evidenceDigest, task: row }) === row.digest) return;
  throw new AppError(
    'seal-broken',
    `The task ${row.id} is not as it was opened: nothing may be decided on it. Tell an operator`,
  );
}

function changedAction(
  row: ApprovalRow,
  { action, request }: { action: OutgoingMessage; request: DecideOrder['request'] },
): OutgoingMessage | undefined {
  if (!request.content) return undefined;
  const refused = Object.keys(request.content).filter((field) => !row.editable.includes(field));
  if (refused.length > 0) {
    throw new AppError('input-invalid', `This task does not let ${refused.join(' and ')} be changed`, {
      places: refused.map((field) => ({
        pointer: `/content/${field}`,
        detail: `editable here: ${row.editable.join(', ') || 'nothing'}`,
      })),
    });
  }
  return OutgoingMessage.parse({ ...action, ...request.content });
}
