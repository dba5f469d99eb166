import type { Decision } from '#contracts/approval.ts';
import { AppError } from '#contracts/errors.ts';
import { newId } from '#contracts/ids.ts';
import type { AskedParty } from '#contracts/question.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { StrikeOut } from '#governance/approvals/strike-out.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { messageIdOf } from '#governance/outbox/message-id.ts';
import { checkStanding } from '#governance/runs/standing.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { findQuestionOfDecision, insertQuestion, type NewQuestion } from '#store/questions.ts';
import { runStands } from '#store/runs.ts';
import { writeTogether } from '#store/write-together.ts';
import { wordOfParty } from './party.ts';

export interface QuestionOrder {
  /** The step by which it leaves. */
  step: StepCall;
  /** The task whose signed decision asks it. */
  approvalId: string;
  /** What was approved is itself a question to the customer. */
  asksCustomer?: boolean;
}

/** `mismatch`: no decision that holds asks anything. */
export type OpenedQuestion = { kind: 'opened'; questionId: string } | { kind: 'mismatch' };

export interface OpenQuestionParts {
  ledger: Ledger;
  seals: Pick<Seals, 'hash'>;
  judge(row: ApprovalRow): Promise<Decision>;
  strikeOut: StrikeOut;
  /** The sender of what leaves. */
  from: string;
}

/** Writes a question down before it leaves, so that no answer is faster than the row it belongs to. Once for each decision. */
export function createOpenQuestionWithin({ ledger, seals, judge, strikeOut, from }: OpenQuestionParts) {
  return async (
    tx: Transaction,
    { step, approvalId, asksCustomer = false }: QuestionOrder,
  ): Promise<OpenedQuestion> => {
    const row = await findApproval(tx, approvalId);
    if (!row || row.runId !== step.run.id) return { kind: 'mismatch' };
    const decision = await judge(row);
    if (decision.kind === 'void') await strikeOut(tx, row, decision.code);
    const to = askedBy(decision, asksCustomer);
    if (!to) return { kind: 'mismatch' };
    const askedOf = wordOfParty(to);
    const messageId = messageIdOf(seals, { stepKey: stepKey(step.address), from });
    const question = { id: newId('question'), runId: row.runId, approvalId, messageId, askedOf, openedAt: new Date() };
    return (await insert(tx, step, question)) ? opened(question) : findEarlier(tx, step, approvalId);
  };

  async function insert(
    tx: Transaction,
    { run }: StepCall,
    question: NewQuestion & { approvalId: string },
  ): Promise<boolean> {
    const { id, approvalId: approval, askedOf: to } = question;
    const body = { question: id, approval, to };
    const entry = { kind: 'question-opened', runId: run.id, actor: `process:${run.process}`, body } as const;
    return writeTogether(tx, {
      condition: runStands(run, { cancelled: false }),
      claim: insertQuestion(question),
      writes: [await ledger.entries(entry)],
    });
  }

  async function findEarlier(tx: Transaction, { run }: StepCall, approvalId: string): Promise<OpenedQuestion> {
    const standing = await checkStanding(tx, run);
    if (standing.kind !== 'stands') throw new AppError('run-cancelled', `Nobody is asked any more: ${standing.why}`);
    const row = await findQuestionOfDecision(tx, approvalId);
    if (row) return opened(row);
    throw new Error(`The question of ${approvalId} was not opened, and nothing stood against it: it is tried again`);
  }
}

function askedBy(decision: Decision, asksCustomer: boolean): AskedParty | undefined {
  if (decision.kind === 'asked') return decision.to;
  const isAgreed = decision.kind === 'approved' || decision.kind === 'edited';
  return asksCustomer && isAgreed ? { kind: 'customer' } : undefined;
}

function opened({ id }: { id: string }): OpenedQuestion {
  return { kind: 'opened', questionId: id };
}
