import type { ApprovalFacts, FactSources } from '#contracts/approval-terms.ts';
import type { Enquiry } from '#contracts/enquiry.ts';
import type { Evidence } from '#contracts/evidence.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import type { AnsweredBy } from '#contracts/model-result.ts';
import { type ApprovalOrder, createOpenApproval, type OpenApprovalParts } from '#governance/approvals/open.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import type { Stack } from '#test/stack/open-stack.ts';

export interface TaskOptions {
  runId: string;
  item?: string;
  role?: string;
  point?: string;
  facts?: ApprovalFacts;
  sources?: FactSources;
  reviewMs?: number;
  /** What would be sent, and what came in, where that matters. */
  action?: Partial<OutgoingMessage>;
  enquiry?: Partial<Enquiry>;
  attach?: ApprovalOrder['attach'];
  draftedBy?: AnsweredBy;
  round?: Evidence['round'];
  exchanges?: Evidence['exchanges'];
  /** Tells people of it; by default nobody is told. */
  notice?: OpenApprovalParts['notice'];
}

/** The record that the words of the task stand on. */
const shippedOrder = { number: 'AF-100001', status: 'shipped', items: [], total: 12_900, currency: 'EUR' };

/** A task in a run, opened as the process would open it. */
export async function openTask({ database, foundation }: Stack, options: TaskOptions): Promise<ApprovalRow> {
  const { seals, ledger } = foundation;
  const {
    runId,
    item = '1',
    role = 'approver',
    point = 'reply',
    facts = {},
    reviewMs = 60_000,
    notice = async () => undefined,
  } = options;
  const open = createOpenApproval({ seals, ledger, notice });
  const { approvalId } = await open(database.direct, {
    step: {
      run: { id: runId, process: 'answer-order-status', execution: 1 },
      address: { runId, name: 'approve', round: 0, item },
    },
    point,
    facts,
    ...(options.sources ? { sources: options.sources } : {}),
    team: 'customer-service',
    role,
    reason: 'every-reply',
    action: {
      kind: 'sendEmail',
      to: 'mara@example.org',
      subject: 'Your order',
      text: 'It is on its way.',
      references: [],
      ...options.action,
    },
    evidence: {
      enquiry: {
        from: 'mara@example.org',
        subject: 'Where?',
        text: 'Where is my order?',
        references: [],
        attachments: [],
        flags: [],
        ...options.enquiry,
      },
      facts: { situation: 'order-found', order: shippedOrder },
      reason: 'A person approves every reply',
      draft: 1,
      ...(options.draftedBy ? { draftedBy: options.draftedBy } : {}),
      ...(options.round ? { round: options.round } : {}),
      ...(options.exchanges ? { exchanges: options.exchanges } : {}),
    },
    ...(options.attach ? { attach: options.attach } : {}),
    editable: ['subject', 'text'],
    reviewMs,
    whileStanding: true,
  });
  const row = await findApproval(database.direct, approvalId);
  if (!row) throw new Error(`The task ${approvalId} was not opened`);
  return row;
}
