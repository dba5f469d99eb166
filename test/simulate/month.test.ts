import { expect, test } from 'vitest';
import { hashOf, planMonth } from './plan/plan.ts';
import { sayFinding } from './reconcile/finding.ts';
import { simulate } from './simulate.ts';
import { simulationOf } from './simulation.ts';
import { tableOf } from './table.ts';

const { seed, mails, isOrdered } = simulationOf({ mails: 25 });
/** The fewer there are, the surer a kill meets the one that is at work. */
const workers = mails > 100 ? 2 : 1;

test(`${mails} mails of a month leave records that agree (seed ${seed})`, {
  timeout: 120_000 + mails * 5_000,
}, async () => {
  const plan = planMonth({ seed, mails });
  const say = (line: string) => void (isOrdered && process.stderr.write(`${line}\n`));
  say(`seed ${seed}, ${mails} mails, plan ${hashOf(plan)}`);
  const { played, records, findings } = await simulate(plan, { workers, say });
  console.info(tableOf(played, records));
  expect(findings.map(sayFinding)).toEqual([]);
});
