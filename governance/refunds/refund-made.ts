import { z } from 'zod';
import type { RefundInMessage } from '#contracts/message.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import type { Transaction } from '#platform/database/client.ts';
import { listStepResults } from '#store/step-results.ts';

export type RefundMade = (tx: Transaction, runId: string, refund: RefundInMessage) => Promise<boolean>;

/** What is written down with a refund that was made, or is on its way. */
const Made = z.looseObject({ connector: z.string(), refundId: z.string() });

/** Whether exactly this was paid back in a run, as the record of the step says. */
export const refundMade: RefundMade = async (tx, runId, { payment, ...money }) => {
  const results = await listStepResults(tx, runId);
  return results.some(({ kind, digest, record }) => {
    const made = kind === 'useTool' ? Made.safeParse(record) : undefined;
    return made?.success === true && digest === digestOf({ connector: made.data.connector, payment, money });
  });
};
