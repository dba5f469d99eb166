import { describe, expect, test } from 'vitest';
import { type Finding, sayFinding } from './reconcile/finding.ts';
import { reconcile } from './reconcile/reconcile.ts';
import type { Records } from './reconcile/records.ts';

const run = 'run_1';
const step = `${run}/sendReply/0/1`;
const words = { to: 'kim@customer.example', subject: 'Re: A lamp', text: 'It is on its way.' };
const message = { messageId: '<1@alderfinch.example>', run, ...words };

/** A mail that was answered on somebody's word, with a part of a payment paid back: all that is written down agrees. */
const sound: Records = {
  mails: [{ number: 1, messageId: '<month-1@customer.example>', runs: [run, run] }],
  inbound: [{ runId: run }],
  runs: [
    { id: run, process: 'triage-enquiry', status: 'closed', outcome: 'answered', parentRunId: null, trigger: 'mail' },
  ],
  engine: new Map([[run, { kind: 'ended' }]]),
  tasks: [
    {
      id: 'apr_1',
      runId: run,
      stepKey: `${run}/review/0/1`,
      point: 'reply',
      state: 'approved',
      audience: ['role:approver'],
      startedBy: 'intake',
      approved: true,
      decided: words,
    },
  ],
  questions: [],
  outbox: [
    {
      id: 'msg_1',
      runId: run,
      stepKey: step,
      messageId: message.messageId,
      messageClass: 'reply',
      state: 'sent',
      response: '250 OK',
    },
  ],
  arrived: [message],
  interactions: [{ runId: run, stepKey: `${run}/logReply/0/1`, direction: 'outbound', digest: 'd1' }],
  ledger: [
    { kind: 'effect-intended', runId: run, effect: 'sendOut', step, digest: 'd2' },
    { kind: 'effect-done', runId: run, effect: 'useTool', step: `${run}/payBack/0/1`, digest: 'd3' },
  ],
  payments: [{ reference: 'PAY-1', amount: 500, refunded: 200 }],
  refunds: [{ key: `${run}/payBack/1`, paymentReference: 'PAY-1', amount: 200 }],
  people: [{ id: 'ada', names: ['person:ada', 'role:approver'] }],
};

const [closedRun] = sound.runs;
const [task] = sound.tasks;
const [refund] = sound.refunds;
const [note] = sound.interactions;
const [queued] = sound.outbox;
if (!closedRun || !task || !refund || !note || !queued) throw new Error('the sound month lacks a record');

const openTask = { ...task, state: 'open', approved: false, decided: undefined };
const openRun = { ...closedRun, status: 'running', outcome: null };
const running: Records['engine'] = new Map([[run, { kind: 'running' }]]);
const unsent = { outbox: [], arrived: [] };

interface Case {
  when: string;
  change: Partial<Records>;
  found: Finding;
}

const cases: readonly Case[] = [
  {
    when: 'words arrived that nobody decided on',
    change: { arrived: [{ ...message, text: 'You get it all back.' }] },
    found: {
      kind: 'message without a cause',
      run,
      step,
      records: [`the mailbox has ${message.messageId} to ${words.to}`, 'nobody validly decided on these words'],
    },
  },
  {
    when: 'a message arrived that no step queued',
    change: { outbox: [] },
    found: {
      kind: 'message without a cause',
      run,
      step: 'unknown',
      records: [`the mailbox has ${message.messageId} to ${words.to}`, 'the outbox has no such message of this run'],
    },
  },
  {
    when: 'a message left that the ledger did not know of',
    change: { ledger: sound.ledger.slice(1) },
    found: {
      kind: 'message without a cause',
      run,
      step,
      records: [`the mailbox has ${message.messageId} to ${words.to}`, 'the ledger has no intent to send it'],
    },
  },
  {
    when: 'a run was started by a mail that never came',
    change: { inbound: [] },
    found: {
      kind: 'message without a cause',
      run,
      step: 'intake',
      records: ['the run says that a mail started it', 'no mail that came in names it'],
    },
  },
  {
    when: 'a message that was taken back arrived all the same',
    change: { outbox: [{ ...queued, state: 'withdrawn' }] },
    found: {
      kind: 'message without a cause',
      run,
      step,
      records: [`the outbox says that ${message.messageId} is withdrawn`, 'the mailbox has it 1 times'],
    },
  },
  {
    when: 'the same words arrived under two names',
    change: {
      arrived: [message, { ...message, messageId: '<2@alderfinch.example>' }],
      outbox: [queued, { ...queued, id: 'msg_2', messageId: '<2@alderfinch.example>' }],
    },
    found: {
      kind: 'message sent twice',
      run,
      step,
      records: [`the mailbox has the same words to ${words.to} 2 times`, 'approvals have them sent 1 times'],
    },
  },
  {
    when: 'one mail came to two runs',
    change: { mails: [{ number: 1, messageId: '<month-1@customer.example>', runs: [run, 'run_2'] }] },
    found: {
      kind: 'message sent twice',
      run,
      step: 'intake',
      records: ['mail 1 <month-1@customer.example> was delivered 2 times', 'the doors named run_1 and run_2'],
    },
  },
  {
    when: 'a message is said to be sent and never arrived',
    change: { arrived: [] },
    found: {
      kind: 'message lost',
      run,
      step,
      records: [`the outbox says that ${message.messageId} is sent`, 'the mailbox has it 0 times'],
    },
  },
  {
    when: 'a mail was taken in, and no run works on it',
    change: { mails: [{ number: 2, messageId: '<month-2@customer.example>', runs: ['run_9'] }] },
    found: {
      kind: 'mail lost',
      run: 'run_9',
      step: 'intake',
      records: ['the door said that it was taken in as run_9', 'there is no such run'],
    },
  },
  {
    when: 'a run paid the same payment back twice',
    change: {
      payments: [{ reference: 'PAY-1', amount: 500, refunded: 400 }],
      refunds: [refund, { ...refund, key: `${run}/payBack/2` }],
      ledger: [
        ...sound.ledger,
        { kind: 'effect-done', runId: run, effect: 'useTool', step: `${run}/payBack/0/2`, digest: 'd3' },
      ],
    },
    found: {
      kind: 'refund twice',
      run,
      step: `${run}/payBack/2`,
      records: [`refund ${run}/payBack/1 has 200 of PAY-1`, `refund ${run}/payBack/2 has 200 of PAY-1`],
    },
  },
  {
    when: 'a payment does not count what was paid back',
    change: { payments: [{ reference: 'PAY-1', amount: 500, refunded: 0 }] },
    found: {
      kind: 'money does not add up',
      run,
      step: `${run}/payBack/1`,
      records: ['the refunds of PAY-1 come to 200', 'the payment counts 0'],
    },
  },
  {
    when: 'more is paid back than was paid',
    change: { payments: [{ reference: 'PAY-1', amount: 100, refunded: 200 }] },
    found: {
      kind: 'money does not add up',
      run,
      step: `${run}/payBack/1`,
      records: ['the refunds of PAY-1 come to 200', 'only 100 was paid'],
    },
  },
  {
    when: 'money left that no step paid back',
    change: { ledger: sound.ledger.slice(0, 1) },
    found: {
      kind: 'money does not add up',
      run,
      step: `${run}/payBack/1`,
      records: [`refund ${run}/payBack/1 has 200 of PAY-1`, 'the ledger has no step that did it'],
    },
  },
  {
    when: 'a task is open in a run that is over',
    change: { tasks: [openTask], ...unsent },
    found: {
      kind: 'task nobody owns',
      run,
      step: task.stepKey,
      records: ['task apr_1 (reply) is open', 'its run is answered'],
    },
  },
  {
    when: 'an enquiry that was to have an owner ended without one',
    change: { runs: [{ ...closedRun, process: 'route-enquiry', outcome: 'expired' }] },
    found: {
      kind: 'task nobody owns',
      run,
      step: 'route-enquiry',
      records: ['the run came to expired', 'nobody has seen to it'],
    },
  },
  {
    when: 'a run is open and nobody is asked',
    change: { runs: [openRun], engine: running, tasks: [], ...unsent },
    found: {
      kind: 'run neither ended nor waiting',
      run,
      step: 'triage-enquiry',
      records: ['the run is running', 'nobody is asked, and Temporal has it as running'],
    },
  },
  {
    when: 'a run is over on paper and goes on in Temporal',
    change: { engine: running },
    found: {
      kind: 'run neither ended nor waiting',
      run,
      step: 'triage-enquiry',
      records: ['the run came to answered', 'Temporal has it as running'],
    },
  },
  {
    when: 'a run was cancelled, and nobody had it cancelled',
    change: { runs: [{ ...closedRun, outcome: 'cancelled' }] },
    found: {
      kind: 'run cancelled by nobody',
      run,
      step: 'triage-enquiry',
      records: ['the run came to cancelled', 'the ledger has nobody who had it cancelled'],
    },
  },
  {
    when: 'the CRM has a note twice',
    change: { interactions: [note, { ...note, stepKey: `${run}/logReply/1/1` }] },
    found: {
      kind: 'record written twice',
      run,
      step: `${run}/logReply/1/1`,
      records: [`the CRM has a note under ${note.stepKey}`, `it has the same under ${run}/logReply/1/1`],
    },
  },
];

describe('the reconciliation', () => {
  test('finds nothing where all that is written down agrees', () => {
    expect(reconcile(sound)).toEqual([]);
  });

  for (const { when, change, found } of cases) {
    test(`finds it where ${when}`, () => {
      expect(reconcile({ ...sound, ...change })).toEqual([found]);
    });
  }

  test('finds it where nobody may decide on a task, which leaves its run waiting for nobody', () => {
    const change = { runs: [openRun], engine: running, tasks: [{ ...openTask, startedBy: 'ada' }], ...unsent };
    expect(reconcile({ ...sound, ...change }).map(({ kind }) => kind)).toEqual([
      'task nobody owns',
      'run neither ended nor waiting',
    ]);
  });

  test('takes a run for waiting whose child waits for a named person', () => {
    const child = { ...openRun, id: 'run_2', parentRunId: run, trigger: 'child' };
    const change = {
      runs: [openRun, child],
      engine: new Map([...running, ['run_2', { kind: 'running' }] as const]),
      tasks: [{ ...openTask, runId: 'run_2' }],
      ...unsent,
    };
    expect(reconcile({ ...sound, ...change })).toEqual([]);
  });

  test('lets a letter leave on no word that tells of money which the same run paid back unasked', () => {
    expect(reconcile({ ...sound, tasks: [] })).toEqual([]);
    const nothingPaid = { tasks: [], refunds: [], payments: [] };
    expect(reconcile({ ...sound, ...nothingPaid }).map(({ kind }) => kind)).toEqual(['message without a cause']);
  });

  test('lets a message arrive again that somebody had sent again', () => {
    const again = { ...task, id: 'apr_2', point: 'unconfirmed' };
    expect(reconcile({ ...sound, tasks: [task, again], arrived: [message, message] })).toEqual([]);
  });

  test('says where two records disagree', () => {
    const [finding] = reconcile({ ...sound, payments: [{ reference: 'PAY-1', amount: 500, refunded: 0 }] });
    expect(finding && sayFinding(finding)).toBe(
      'money does not add up: run run_1, step run_1/payBack/1: the refunds of PAY-1 come to 200, but the payment counts 0',
    );
  });
});
