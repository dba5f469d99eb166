import { type Decision, DecisionChoice, VoidCode } from '#contracts/approval.ts';
import type { DecisionFields } from '#contracts/approval-form.ts';
import { AppError, isAppError } from '#contracts/errors.ts';
import { TaskAction } from '#contracts/owning.ts';
import type { DecisionVerifier } from '#governance/keys/index.ts';
import { partyOf } from '#governance/questions/party.ts';
import { actionPlace, commentPlace, decidedActionPlace, fieldsPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { readFields } from './decided-fields.ts';
import { approvalDigest, decisionStatement } from './digest.ts';
import { statementOf } from './sign-word.ts';

/** Reads what a row decided. Nothing counts but a decision signed by this installation over exactly its action: any other is void. */
export function createJudge(parts: { seals: Seals; verifier: DecisionVerifier }) {
  return async (row: ApprovalRow): Promise<Decision> => {
    switch (row.state) {
      case 'open':
      case 'expired':
      case 'withdrawn':
        return { kind: row.state };
      case 'void':
        return { kind: 'void', code: VoidCode.safeParse(row.voidCode).data ?? 'signature-invalid' };
      default:
        return decided(row).catch(asVoid);
    }
  };

  async function decided(row: ApprovalRow): Promise<Decision> {
    const fields = await readFields(parts.seals, row.fieldsSealed, fieldsPlace(row.id));
    const by = await checkSignature(row, fields);
    if (row.decision === 'reject') return { kind: 'rejected', by, ...(await commentOf(row)) };
    if (row.decision === 'take-over') return { kind: 'taken-over', by, comment: '', ...(await commentOf(row)) };
    const action = TaskAction.parse(
      row.decidedActionSealed
        ? await parts.seals.read(row.decidedActionSealed, decidedActionPlace(row.id))
        : await parts.seals.read(row.actionSealed, actionPlace(row.id)),
    );
    if (approvalDigest({ action, evidenceDigest: row.evidenceDigest, task: row }) !== row.decidedDigest) {
      throw broken(row, 'another text, or other terms, than was decided on');
    }
    const given = fields === undefined ? {} : { fields };
    if (action.kind === 'ownEnquiry') return { kind: 'agreed', by, ...given };
    if (row.questionTo !== null) return { kind: 'asked', action, by, to: partyOf(row.questionTo) };
    return { kind: kindOf(row), action, by, ...given };
  }

  async function commentOf({ id, commentSealed }: ApprovalRow): Promise<{ comment?: string }> {
    return commentSealed ? { comment: String(await parts.seals.read(commentSealed, commentPlace(id))) } : {};
  }

  async function checkSignature(row: ApprovalRow, fields: DecisionFields | undefined): Promise<string> {
    const {
      decidedBy,
      decidedAt,
      decidedDigest,
      signature,
      signatureKeyId,
      stage,
      decidedWith,
      onBehalfOf,
      questionTo,
    } = row;
    if (!decidedBy || !decidedAt || !decidedDigest || !signature || !signatureKeyId) throw broken(row, 'no signature');
    const decision = DecisionChoice.safeParse(row.decision);
    if (!decision.success) throw broken(row, 'nothing that anybody can decide');
    const statement = statementOf(row, {
      decision: decision.data,
      by: decidedBy,
      digest: decidedDigest,
      at: decidedAt,
      ...{ stage, completes: true, with: decidedWith, onBehalfOf, questionTo, fields },
    });
    const verdict = await parts.verifier.verify(decisionStatement(statement), { keyId: signatureKeyId, signature });
    if (verdict === 'unknown-key') throw unknownKey(row, signatureKeyId);
    if (verdict !== 'valid') throw broken(row, 'a signature that is not ours');
    return decidedBy;
  }
}

function kindOf({ decision, editors }: ApprovalRow): 'approved' | 'edited' | 'clarified' {
  if (decision === 'ask') return 'clarified';
  return decision === 'edit' || editors.length > 0 ? 'edited' : 'approved';
}

function asVoid(error: unknown): Decision {
  if (!isAppError(error)) throw error;
  const { code } = error;
  if (code === 'signature-invalid' || code === 'seal-broken') return { kind: 'void', code };
  throw error;
}

/** Not the decision is at fault: work waits until the key is there. */
function unknownKey(row: ApprovalRow, keyId: string): AppError {
  return new AppError(
    'decision-key-missing',
    `Approval ${row.id} is signed under the key ${keyId}, which is not in the folder keys/decisions: restore it from the backup`,
  );
}

function broken(row: ApprovalRow, why: string): AppError {
  return new AppError(
    'signature-invalid',
    `Approval ${row.id} says ${row.state}, but carries ${why}: nothing is done with it`,
  );
}
