import type { DecisionChoice, SignedDecision } from '#contracts/approval.ts';
import type { DecisionFields } from '#contracts/approval-form.ts';
import type { DecisionSigner } from '#governance/keys/index.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { fieldsDigest } from './decided-fields.ts';
import { decisionStatement } from './digest.ts';

/** Somebody's word, as it is about to be signed. */
export interface UnsignedWord {
  decision: DecisionChoice;
  by: string;
  digest: string;
  at: Date;
  stage: number;
  completes: boolean;
  with: readonly string[];
  onBehalfOf: string | null;
  /** Whom a question goes to; null where nothing is asked, or it was before questions paused runs. */
  questionTo: string | null;
  /** What the form of the task asked for. */
  fields?: DecisionFields | undefined;
}

export interface Signed {
  signature: Uint8Array<ArrayBuffer>;
  signatureKeyId: string;
}

type Task = Pick<ApprovalRow, 'id' | 'runId' | 'terms'>;

/** Puts the installation's signature under somebody's word. */
export function signWord(signer: DecisionSigner, task: Task, word: UnsignedWord): Signed {
  const { keyId, signature } = signer.sign(decisionStatement(statementOf(task, word)));
  return { signature, signatureKeyId: keyId };
}

/** What a signature says: on which task, which text, whose word, and what it counts for. */
export function statementOf(task: Task, { decision, by, digest, at, fields, ...word }: UnsignedWord): SignedDecision {
  const { stage, completes, with: others, onBehalfOf, questionTo } = word;
  return {
    approvalId: task.id,
    runId: task.runId,
    digest,
    decision,
    decidedBy: by,
    decidedAt: at.toISOString(),
    ...(questionTo === null ? {} : { questionTo }),
    ...(task.terms === null && onBehalfOf === null ? {} : { word: { stage, completes, with: others, onBehalfOf } }),
    ...fieldsDigest(fields),
  };
}
