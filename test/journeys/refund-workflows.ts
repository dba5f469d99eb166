import type { Enquiry } from '#contracts/enquiry.ts';
import type { Money } from '#contracts/money.ts';
import type { ProcessResult, ProcessStart, RunOutcome } from '#contracts/run.ts';
import type { ProcessRun } from '#workflows/steps/process-run.ts';
import { refundPayment } from '#workflows/steps/refund-payment.ts';
import { requestApproval } from '#workflows/steps/request-approval.ts';
import { runProcess } from '#workflows/steps/run-process.ts';

/** What a letter of these tests asks for, written as JSON. */
export interface WantedRefund {
  payment: string;
  money: Money;
}

/** Pays back at once what the letter asks for, without asking anybody. */
function payBack(start: ProcessStart<Enquiry>): Promise<ProcessResult> {
  return runProcess(start, async (run) => outcomeOf(await refundPayment(run, wantedIn(run))));
}

/** Pays it back on the word of whoever approves it. */
function payBackAsApproved(start: ProcessStart<Enquiry>): Promise<ProcessResult> {
  return runProcess(start, async (run) => {
    const { from, subject } = run.input;
    const decision = await requestApproval(run, {
      item: '1',
      point: 'refund',
      team: 'customer-service',
      role: 'approver',
      reason: 'every-reply',
      action: { kind: 'sendEmail', to: from, subject, text: 'You are paid back what you asked for.', references: [] },
      evidence: {
        enquiry: run.input,
        facts: { situation: 'uncertain', customerName: '' },
        reason: 'Money goes back',
        draft: 1,
        round: { number: 1, of: 1 },
      },
      facts: {},
      sources: {},
    });
    return outcomeOf(await refundPayment(run, { ...wantedIn(run), approvalId: decision.approvalId }));
  });
}

export { payBack as 'answer-order-status', payBackAsApproved as 'triage-enquiry' };

function wantedIn({ input }: ProcessRun<Enquiry>): WantedRefund {
  return JSON.parse(input.text);
}

const outcomes = {
  refunded: 'answered',
  pending: 'answered',
  refused: 'rejected',
  unknown: 'unconfirmed',
  blocked: 'blocked',
} as const satisfies Record<string, RunOutcome>;

function outcomeOf({ kind }: Awaited<ReturnType<typeof refundPayment>>): RunOutcome {
  return outcomes[kind];
}
