import type { PerhapsPaid } from '#contracts/http/perhaps-paid.ts';
import { doubtWords, PaymentDoubt } from '#contracts/payment-doubt.ts';
import type { ModelCallRow } from '#store/model-calls.ts';
import { stepOf } from './timeline/statement.ts';

type DoubtfulCall = Pick<ModelCallRow, 'id' | 'stepKey' | 'model' | 'at' | 'doubt' | 'settledAt' | 'answerSealed'>;

/** A call that may have been paid for twice, with what is known of it. */
export function describePerhapsPaid(row: DoubtfulCall): PerhapsPaid {
  const { id: call, stepKey, model, at } = row;
  const doubt = PaymentDoubt.parse(row.doubt);
  return { call, step: stepOf(stepKey), model, at: at.toISOString(), doubt, known: knownOf(row, doubt) };
}

/** Whoever was taken for dead may have lived on, and heard the answer after another had asked again. */
function knownOf({ settledAt, answerSealed }: DoubtfulCall, doubt: PaymentDoubt): string {
  if (settledAt === null || answerSealed === null) return doubtWords[doubt];
  return `${doubtWords[doubt]}, or so it seemed: its answer came in at ${settledAt.toISOString()}`;
}
