import { expect, test } from 'vitest';
import { openStack } from '#test/stack/open-stack.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import { hashOf, planMonth } from './plan/plan.ts';
import { playMonth } from './play/play-month.ts';
import { sayFinding } from './reconcile/finding.ts';
import { settleMonth } from './settle.ts';
import { simulationOf } from './simulation.ts';
import { tableOf } from './table.ts';

const { seed, mails, isOrdered } = simulationOf({ mails: 25 });

/** Days of waiting, in seconds. */
const registry = [
  ...inEveryProcess(['durations', 'review'], '8 seconds'),
  ...inEveryProcess(['questions', 'answerWithin'], '3 seconds'),
];

test(`${mails} mails of a month leave records that agree (seed ${seed})`, {
  timeout: 120_000 + mails * 5_000,
}, async () => {
  const plan = planMonth({ seed, mails });
  const say = (line: string) => void (isOrdered && process.stderr.write(`${line}\n`));
  say(`seed ${seed}, ${mails} mails, plan ${hashOf(plan)}`);
  const stack = await openStack({ registry });
  try {
    const played = await playMonth(stack, plan, { workers: 2, say });
    const { records, findings } = await settleMonth(stack, played.deliveries);
    console.info(tableOf(played, records));
    expect(findings.map(sayFinding)).toEqual([]);
  } finally {
    await stack.close();
  }
});
