import type { DecisionChoice } from '#contracts/approval.ts';
import { AppError } from '#contracts/errors.ts';
import { OutgoingMessage } from '#contracts/message.ts';
import type { DecisionSigner } from '#governance/keys/index.ts';
import { actionPlace, commentPlace, decidedActionPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { ApprovalRow, DecisionColumns } from '#store/approvals.ts';
import type { DecideOrder } from './decide-order.ts';
import { approvalDigest, decisionStatement } from './digest.ts';

const states: Record<DecisionChoice, string> = {
  approve: 'approved',
  edit: 'edited',
  reject: 'rejected',
  ask: 'clarified',
};

/** What a decision writes into its row: for an edit or a question the digest is that of the changed action. */
export function createDecisionColumns(parts: { seals: Seals; signer: DecisionSigner }) {
  return async (row: ApprovalRow, { by, request }: DecideOrder): Promise<DecisionColumns> => {
    const action = OutgoingMessage.parse(await parts.seals.read(row.actionSealed, actionPlace(row.id)));
    checkTerms(row, action);
    const changed = changedAction(row, { action, request });
    const decidedAt = new Date();
    const digest = changed
      ? approvalDigest({ action: changed, evidenceDigest: row.evidenceDigest, task: row })
      : request.digest;
    const { decision, comment } = request;
    const { keyId, signature } = parts.signer.sign(
      decisionStatement({
        approvalId: row.id,
        runId: row.runId,
        digest,
        decision,
        decidedBy: by.id,
        decidedAt: decidedAt.toISOString(),
      }),
    );
    return {
      state: states[decision],
      decision,
      decidedBy: by.id,
      decidedAt,
      decidedDigest: digest,
      decidedActionSealed: changed ? await parts.seals.seal(row.runId, changed, decidedActionPlace(row.id)) : null,
      commentSealed: comment === undefined ? null : await parts.seals.seal(row.runId, comment, commentPlace(row.id)),
      signature,
      signatureKeyId: keyId,
    };
  };
}

/** A task whose text, role or starter was changed since it was opened is nobody's to decide. */
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
