import { activityInfo } from '@temporalio/activity';
import { AppError } from '#contracts/errors.ts';
import { Money } from '#contracts/money.ts';
import type { OutsideRefunds, OwnRefunds, RefundsPort } from '#contracts/ports/refunds.ts';
import type { RefundOutcome, RefundResult } from '#contracts/refund.ts';
import { effectKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { DecidedTasks } from '#governance/approvals/decided-tasks.ts';
import { factsOfPayment } from '#governance/data-facts/index.ts';
import { digestOf } from '#governance/digest.ts';
import { type GuardedEffect, processOf } from '#governance/guard/index.ts';
import { agreedTo, gives } from '#governance/outbox/agreed-to.ts';
import type { Database, Transaction } from '#store/database.ts';
import type { Write } from '#store/write-together.ts';
import { withHeartbeat } from './heartbeat.ts';
import type { Once } from './once.ts';
import { type OutsideOnce, tryLater } from './outside-once.ts';
import { isConfirmedBy } from './reuse.ts';
import { settleRefund } from './settle-refund.ts';

export interface RefundPaymentInput {
  step: StepCall;
  /** By which connector, as the run has it pinned. */
  connector: string;
  /** What the payment provider calls the payment. */
  payment: string;
  money: Money;
  /** What was paid back of it when it was decided, in minor units. */
  refundedBefore?: number;
  /** Where whoever paid lives, where their record says so. */
  country?: string;
  /** The task at which people agreed to exactly this money; absent where nobody was asked. */
  approvalId?: string;
  /** Tasks before it at which others agreed to it. */
  besides?: readonly string[];
  timeoutMs: number;
  heartbeatMs: number;
  /** After so many attempts a provider that is not reached is given up. */
  attempts: number;
}

export interface RefundPaymentParts {
  database: Database;
  once: Once;
  outsideOnce: OutsideOnce;
  decidedTasks: DecidedTasks;
  /** The payment providers that this installation reaches, by their names. */
  refunds: ReadonlyMap<string, RefundsPort<Transaction, Write>>;
}

/** Pays something back once, by the provider that the run has pinned. On whose word it may be is for policies to say. */
export function createRefundPayment(parts: RefundPaymentParts) {
  return async (input: RefundPaymentInput): Promise<RefundResult> => {
    const { connector, money } = input;
    if (!Money.safeParse(money).success) return { kind: 'refused', why: 'amount-impossible' };
    const refunds = parts.refunds.get(connector);
    if (!refunds) throw new AppError('config-invalid', `No key and address is set for the connector ${connector}`);
    const effect = await effectOf(input);
    return refunds.kind === 'own' ? own(refunds, input, effect) : outside(refunds, input, effect);
  };

  function own(
    refunds: OwnRefunds<Transaction, Write>,
    { step, payment, money, refundedBefore }: RefundPaymentInput,
    effect: GuardedEffect,
  ): Promise<RefundResult> {
    const settle = (outcome: RefundOutcome) => settleRefund(outcome, { connector: refunds.name, ...money });
    return parts.once<RefundOutcome>({
      effect,
      isConfirmed: isConfirmedBy(settle),
      otherwise,
      execute: async (reads) => {
        const { outcome, writes } = await refunds.planRefund(reads, {
          ...{ key: effectKey(step.address), payment, money, refundedBefore },
        });
        return { ...settle(outcome), writes };
      },
    });
  }

  async function outside(
    refunds: OutsideRefunds,
    input: RefundPaymentInput,
    effect: GuardedEffect,
  ): Promise<RefundResult> {
    const { payment, money, timeoutMs, heartbeatMs, attempts } = input;
    const order = { payment, money };
    const result = await withHeartbeat(heartbeatMs, () =>
      parts.outsideOnce<RefundOutcome>({
        effect,
        ask: (key) => refunds.refund({ ...order, key }, { timeoutMs }),
        lookUp: (key) => refunds.findRefund({ ...order, key }, { timeoutMs }),
        settle: (outcome) => settleRefund(outcome, { connector: refunds.name, ...money }),
        otherwise,
      }),
    );
    if (result.kind === 'answered') return result.outcome;
    if (result.kind === 'blocked') return result;
    const { kind, reason } = result;
    if (activityInfo().attempt < attempts) throw tryLater(result);
    return kind === 'unknown' ? { kind, reason } : { kind: 'refused', why: 'unavailable' };
  }

  async function effectOf({ step, connector, payment, money, ...word }: RefundPaymentInput): Promise<GuardedEffect> {
    const { country, approvalId, besides } = word;
    const named = { runId: step.run.id, besides };
    const tasks =
      approvalId === undefined
        ? []
        : await parts.decidedTasks(parts.database.direct, { ...named, approvalId }, (decision) =>
            gives(decision, { payment, money }),
          );
    return {
      step,
      effect: 'useTool',
      asset: connector,
      uses: [processOf(step), { kind: 'tool', name: refundTool }],
      digest: digestOf({ connector, payment, money }),
      question: {
        action: 'useTool',
        principal: { kind: 'process', process: step.run.process },
        resource: { tool: refundTool, connector },
        context: {
          ...factsOfPayment({ country }),
          ...money,
          approved: tasks.length > 0,
          approvals: agreedTo(tasks).approvals,
        },
      },
    };
  }
}

const refundTool = 'refund-payment';

/** The step paid back something else before. */
const otherwise = { kind: 'refused', why: 'key-reused' } as const;
