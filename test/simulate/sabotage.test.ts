import { describe, expect, test } from 'vitest';
import { copySabotaged, type Sabotage } from '#test/prove/sabotaged-tree.ts';
import { type Plan, planMonth } from './plan/plan.ts';
import type { Trouble } from './plan/trouble.ts';
import type { FindingKind } from './reconcile/finding.ts';
import { simulate } from './simulate.ts';
import { simulationOf } from './simulation.ts';

interface Case {
  broken: string;
  sabotages: readonly Sabotage[];
  /** What goes wrong besides. */
  troubles: readonly Trouble[];
  found: FindingKind;
}

const send = 'governance/outbox/send.ts';

const cases: readonly [Case, ...Case[]] = [
  {
    broken: 'that sends without a step key',
    sabotages: [
      { file: send, find: 'stepKey: stepKey(address),\n      stepName', replace: 'stepKey: id,\n      stepName' },
      { file: send, find: '{ stepKey: stepKey(address), from', replace: '{ stepKey: id, from' },
    ],
    troubles: [{ kind: 'worker-killed', moment: 'mail-handed-over', afterMails: 4 }],
    found: 'message sent twice',
  },
  {
    broken: 'that adds to what was decided on',
    sabotages: [
      { file: send, find: 'text,\n    messageId,', replace: "text: text + ' It is on us.',\n    messageId," },
    ],
    troubles: [],
    found: 'message without a cause',
  },
  {
    broken: 'whose mail goes nowhere',
    sabotages: [
      {
        file: 'connectors/smtp/index.ts',
        find: 'await transport.sendMail({ ...fields(mail), headers })',
        replace: "{ response: '250 OK' }",
      },
    ],
    troubles: [],
    found: 'message lost',
  },
  {
    broken: 'whose door says that mail came to a run that is not there',
    sabotages: [
      { file: 'api/triggers/smtp/smtp-reply.ts', find: 'receipt.run.id', replace: `'run_' + '0'.repeat(32)` },
    ],
    troubles: [],
    found: 'mail lost',
  },
  {
    broken: 'that asks nobody to own an enquiry',
    sabotages: [
      {
        file: 'governance/owners/choose-owner.ts',
        find: 'const choice = await choose(tx, order);',
        replace: "const choice = { ...(await choose(tx, order)), owner: 'nobody' };",
      },
    ],
    troubles: [],
    found: 'task nobody owns',
  },
  {
    broken: 'that does not write down that a run is over',
    sabotages: [
      {
        file: 'store/closing.ts',
        find: "UPDATE run SET status = 'closed',",
        replace: 'UPDATE run SET status = run.status,',
      },
    ],
    troubles: [],
    found: 'run neither ended nor waiting',
  },
  {
    broken: 'that notes everything twice',
    sabotages: [
      {
        file: 'store/crm.ts',
        find: `SELECT $\{id}, $\{contactId}, $\{runId}, $\{stepKey}, $\{digest},`,
        replace: `SELECT $\{id} || copy, $\{contactId}, $\{runId}, replace($\{stepKey}, '/0/', copy), $\{digest},`,
      },
      {
        file: 'store/crm.ts',
        find: '::jsonb, clock_timestamp() FROM gate`',
        replace: "::jsonb, clock_timestamp() FROM gate, unnest(ARRAY['/0/', '/7/']) AS copy`",
      },
    ],
    troubles: [],
    found: 'record written twice',
  },
];

/** `npm run simulate -- --sabotages` plants them all. */
const { seed, isOrdered } = simulationOf({ mails: 8 });
const planted = isOrdered ? cases : cases.slice(0, 1);

/** One day, on which people decide at once and only that goes wrong which is meant to. */
function dayWith(troubles: readonly Trouble[]): Plan {
  const { days } = planMonth({ seed, mails: 8 });
  return { seed, days: days.map((day) => ({ ...day, troubles, absences: [] })) };
}

describe('the reconciliation turns red over Baton', { timeout: 180_000 }, () => {
  for (const { broken, sabotages, troubles, found } of planted) {
    test(broken, async () => {
      const { root, remove } = await copySabotaged(...sabotages);
      try {
        const { findings } = await simulate(dayWith(troubles), { workers: 1, root, settleMs: 0 });
        expect(findings).toContainEqual(expect.objectContaining({ kind: found }));
      } finally {
        await remove();
      }
    });
  }
});
