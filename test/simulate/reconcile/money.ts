import type { Finding } from './finding.ts';
import type { Records, RefundRecord } from './records.ts';

/** What is paid back is paid back once, by a step that meant to, never above what was paid, and counted as what it is. */
export function checkMoney({ payments, refunds, runs, ledger }: Records): Finding[] {
  const refundsOf = Map.groupBy(refunds, ({ paymentReference }) => paymentReference);
  const known = new Set(runs.map(({ id }) => id));
  const done = Map.groupBy(
    ledger.filter(({ kind, effect }) => kind === 'effect-done' && effect === 'useTool'),
    ({ step = '' }) => effectOf(step),
  );
  return [
    ...payments.flatMap((payment) => checkPayment(payment, refundsOf.get(payment.reference) ?? [])),
    ...checkTwice(refunds),
    ...refunds.flatMap((refund): Finding[] => {
      const run = runOf(refund);
      if (!known.has(run) || done.has(refund.key)) return [];
      const records = [saysRefund(refund), 'the ledger has no step that did it'] as const;
      return [{ kind: 'money does not add up', run, step: refund.key, records }];
    }),
  ];
}

function checkPayment(
  { reference, amount, refunded }: Records['payments'][number],
  own: readonly RefundRecord[],
): Finding[] {
  const sum = own.reduce((total, refund) => total + refund.amount, 0);
  const last = own.at(-1);
  const where = {
    kind: 'money does not add up',
    run: last ? runOf(last) : 'unknown',
    step: last?.key ?? 'unknown',
  } as const;
  const paidBack = `the refunds of ${reference} come to ${sum}`;
  const findings: Finding[] = [];
  if (sum !== refunded) findings.push({ ...where, records: [paidBack, `the payment counts ${refunded}`] });
  if (sum > amount) findings.push({ ...where, records: [paidBack, `only ${amount} was paid`] });
  return findings;
}

/** A run pays a payment back once; parts of it are the business of several runs, each with its own decision. */
function checkTwice(refunds: readonly RefundRecord[]): Finding[] {
  const same = Map.groupBy(refunds, (refund) => `${runOf(refund)} ${refund.paymentReference}`);
  return [...same.values()].flatMap((twice): Finding[] => {
    const [first, second] = twice;
    if (!first || !second) return [];
    return [
      { kind: 'refund twice', run: runOf(first), step: second.key, records: [saysRefund(first), saysRefund(second)] },
    ];
  });
}

function saysRefund({ key, paymentReference, amount }: RefundRecord): string {
  return `refund ${key} has ${amount} of ${paymentReference}`;
}

/** Our keys begin with the run. */
function runOf({ key }: RefundRecord): string {
  return key.split('/')[0] ?? key;
}

/** A step of whatever round. */
function effectOf(step: string): string {
  const [run, name, , ...item] = step.split('/');
  return [run, name, ...item].join('/');
}
