import { activityInfo } from '@temporalio/activity';
import type { ApprovalFacts, FactSources } from '#contracts/approval-terms.ts';
import type { Attachment } from '#contracts/attachment.ts';
import { AppError, isAppError } from '#contracts/errors.ts';
import type { Evidence } from '#contracts/evidence.ts';
import type { OutgoingMessage, SendAttempt, SendResult } from '#contracts/message.ts';
import type { MailAttachment } from '#contracts/ports/mail.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { DecidedTasks } from '#governance/approvals/decided-tasks.ts';
import type { StrikeOut } from '#governance/approvals/strike-out.ts';
import type { UnfoundedToSend, UnfoundedUnasked } from '#governance/approvals/unfounded-to-send.ts';
import type { OpenAttachment } from '#governance/attachments/open-attachment.ts';
import { digestOf } from '#governance/digest.ts';
import { agreedTo } from '#governance/outbox/agreed-to.ts';
import type { SendOrder } from '#governance/outbox/send-order.ts';
import type { Withhold } from '#governance/outbox/withhold.ts';
import type { FindAddressee } from '#governance/questions/addressee.ts';
import type { RefundMade } from '#governance/refunds/refund-made.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Database } from '#store/database.ts';
import { withHeartbeat } from './heartbeat.ts';

export interface SendEmailInput {
  step: StepCall;
  message: OutgoingMessage;
  /** The task whose signed decision covers this message; absent where nobody was asked, and it tells of a refund that was made. */
  approvalId?: string;
  /** Tasks before it at which others agreed to this message. */
  besides?: readonly string[];
  /** The question that it asks, if it asks one. */
  questionId?: string;
  evidence: Evidence;
  /** What policies weighed of it; absent where it was ordered before a held message was weighed too. */
  facts?: ApprovalFacts;
  sources?: FactSources;
  /** Who is asked should nobody know whether it left. */
  team: string;
  role: string;
  reviewMs: number;
  heartbeatMs: number;
  /** After so many attempts a mail server that says "later" is taken at its word. */
  attempts: number;
}

export interface SendEmailParts {
  database: Database;
  decidedTasks: DecidedTasks;
  strikeOut: StrikeOut;
  openAttachment: OpenAttachment;
  findAddressee: FindAddressee;
  unfoundedToSend: UnfoundedToSend;
  unfoundedUnasked: UnfoundedUnasked;
  refundMade: RefundMade;
  send(order: SendOrder): Promise<SendAttempt>;
  withhold: Withhold;
}

/** Sends exactly what was approved. Anything else is refused here, whatever the workflow believes. */
export function createSendEmail(parts: SendEmailParts) {
  const { direct, transaction } = parts.database;

  return async (input: SendEmailInput): Promise<SendResult> => {
    const { step, message, approvalId, besides, questionId, evidence, facts = {}, sources = {} } = input;
    const { team, role, reviewMs } = input;
    const asked = questionId === undefined ? {} : { questionId };
    const addressee = await parts.findAddressee(direct, { runId: step.run.id, address: message.to, ...asked });
    const named = approvalId === undefined ? undefined : { runId: step.run.id, approvalId, besides };
    const tasks = named
      ? await parts.decidedTasks(direct, named, ({ action }) => digestOf(action) === digestOf(message))
      : [];
    const agreed = agreedTo(tasks);
    const order = {
      step,
      message,
      files: [],
      addressee,
      agreed,
      unfounded: 0,
      evidence,
      facts,
      sources,
      team,
      role,
      reviewMs,
    };
    if (!named) return sendUnasked(order, input);
    const row = tasks[0]?.row;
    const files = row && (await filesOf(row, message));
    if (!row || !files) return transaction((tx) => parts.withhold(tx, order));
    const again = row.point === 'unconfirmed' ? { again: attemptNamed(row) } : {};
    const unfounded = await parts.unfoundedToSend(direct, row, message);
    return handOver({ ...order, files, unfounded, ...again }, input);
  };

  /** It may tell of nothing but what was certainly paid back in this run, and what else it says is weighed by policies. */
  async function sendUnasked(order: SendOrder, input: SendEmailInput): Promise<SendResult> {
    const { message, evidence, step } = order;
    const { refund } = message;
    const isMade = refund && !message.attachments && (await parts.refundMade(direct, step.run.id, refund));
    if (!isMade) return transaction((tx) => parts.withhold(tx, order));
    const unfounded = await parts.unfoundedUnasked(direct, step.run.id, { message, evidence });
    const { amount, currency } = refund;
    return handOver({ ...order, unfounded, agreed: { approvals: 0, amount, currency } }, input);
  }

  async function handOver(order: SendOrder, input: SendEmailInput): Promise<SendResult> {
    const attempt = await withHeartbeat(input.heartbeatMs, () => parts.send(order));
    if (attempt.kind !== 'later') return attempt;
    if (activityInfo().attempt >= input.attempts)
      return { kind: 'refused', reason: `given up after ${input.attempts} attempts: ${attempt.reason}` };
    throw new AppError('mail-unavailable', attempt.reason);
  }

  /** What was approved is the bytes behind the names too: a decision on others is void. */
  async function filesOf(
    row: ApprovalRow,
    { attachments = [] }: OutgoingMessage,
  ): Promise<MailAttachment[] | undefined> {
    const files = await Promise.all(attachments.map((attachment) => fileOf(row, attachment)));
    const whole = files.filter((file) => file !== undefined);
    if (whole.length === files.length) return whole;
    await parts.strikeOut(direct, row, 'attachment-changed');
    return undefined;
  }

  async function fileOf({ runId }: ApprovalRow, attachment: Attachment): Promise<MailAttachment | undefined> {
    const { name, mediaType } = attachment;
    try {
      const opened = await parts.openAttachment(direct, runId, attachment);
      return opened.kind === 'content' ? { name, mediaType, content: opened.bytes } : undefined;
    } catch (error) {
      if (isAppError(error) && error.code === 'seal-broken') return undefined;
      throw error;
    }
  }
}

/** A held task's step key ends in the attempt it speaks of. */
function attemptNamed(row: ApprovalRow): string {
  return row.stepKey.split('/').slice(-2).join('/');
}
