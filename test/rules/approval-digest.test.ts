import { describe, expect, test } from 'vitest';
import type { OutgoingMessage } from '#contracts/message.ts';
import { approvalDigest, decisionStatement } from '#governance/approvals/digest.ts';
import { dueInMs } from '#governance/approvals/due-in.ts';
import { attemptOf } from '#governance/outbox/held.ts';
import { messageIdOf } from '#governance/outbox/message-id.ts';
import { sha256Hex } from '#platform/canonical/digest.ts';

const action: OutgoingMessage = {
  kind: 'sendEmail',
  to: 'a@customer.example',
  subject: 'Re: it',
  text: 'It comes.',
  references: ['<1@x.example>'],
};
const file = { name: 'a.txt', mediaType: 'text/plain', size: 1, sha256: 'a'.repeat(64) };
const task = { runId: 'run_1', process: 'p', point: 'reply', role: 'approver', startedBy: 'sam', terms: null };
const shown = { action, evidenceDigest: 'e'.repeat(64), task };

describe('the digest of what is approved', () => {
  test('is the same however the fields are ordered', () => {
    const { text, to, ...rest } = action;
    expect(approvalDigest({ task, evidenceDigest: shown.evidenceDigest, action: { text, ...rest, to } })).toBe(
      approvalDigest(shown),
    );
  });

  test.for([
    { what: 'the recipient', action: { ...action, to: 'b@customer.example' } },
    { what: 'the subject', action: { ...action, subject: 'Re: it ' } },
    { what: 'one letter of the text', action: { ...action, text: 'It comes!' } },
    { what: 'the thread', action: { ...action, references: [] } },
    { what: 'a file', action: { ...action, attachments: [file] } },
    { what: 'the message it answers', action: { ...action, inReplyTo: '<1@x.example>' } },
  ])('is another one with $what', ({ action: other }) => {
    expect(approvalDigest({ ...shown, action: other })).not.toBe(approvalDigest(shown));
  });

  test.for(['name', 'mediaType', 'size', 'sha256'] as const)(
    'is another one where the %s of a file is another',
    (part) => {
      const one = approvalDigest({ ...shown, action: { ...action, attachments: [file] } });
      const other = { ...file, [part]: part === 'size' ? 2 : 'other' };
      expect(approvalDigest({ ...shown, action: { ...action, attachments: [other] } })).not.toBe(one);
    },
  );

  test('is what it was before messages took files with them, where none is attached', () => {
    expect(approvalDigest(shown)).toBe('c1564dc124c36d9a4024260634a5d57e94acaf642e561bf69c8b22450a986af4');
  });

  test.for(['runId', 'process', 'point', 'role', 'startedBy'] as const)(
    'is another one where the %s is another',
    (term) => {
      expect(approvalDigest({ ...shown, task: { ...task, [term]: 'other' } })).not.toBe(approvalDigest(shown));
    },
  );

  test('is another one with other evidence', () => {
    expect(approvalDigest({ ...shown, evidenceDigest: 'f'.repeat(64) })).not.toBe(approvalDigest(shown));
  });
});

describe('the statement that a decision signs', () => {
  const decision = {
    approvalId: 'apr_1',
    runId: 'run_1',
    digest: 'd',
    decision: 'approve',
    decidedBy: 'ada',
    decidedAt: '2026-01-01T00:00:00.000Z',
  } as const;

  test.for(['approvalId', 'runId', 'digest', 'decision', 'decidedBy', 'decidedAt', 'questionTo'] as const)(
    'covers %s',
    (field) => {
      const other = { ...decision, [field]: 'other' };
      expect(Buffer.from(decisionStatement(other))).not.toEqual(Buffer.from(decisionStatement(decision)));
    },
  );
});

describe('how long a task still waits', () => {
  const inAnHour = new Date(Date.now() + 3_600_000);

  test('is the time to its deadline, and never nothing while it is open', () => {
    expect(dueInMs({ state: 'open', dueAt: new Date(0), expiresAt: inAnHour })).toBeGreaterThan(3_590_000);
    expect(dueInMs({ state: 'open', dueAt: inAnHour, expiresAt: new Date(0) })).toBe(1);
    expect(dueInMs({ state: 'open', dueAt: inAnHour, expiresAt: null })).toBeGreaterThan(3_590_000);
  });

  test.for(['approved', 'edited', 'rejected', 'clarified', 'expired', 'withdrawn'])(
    'is nothing once it is %s',
    (state) => {
      expect(dueInMs({ state, dueAt: inAnHour, expiresAt: inAnHour })).toBe(0);
    },
  );
});

describe('what names a message', () => {
  test('its Message-ID follows from the step and a secret of ours, and carries the domain it is sent from', () => {
    const idBy = (secret: string, stepKey: string) => {
      const hash = (purpose: string, text: string) => sha256Hex([secret, purpose, text].join());
      return messageIdOf({ hash }, { stepKey, from: 'service@alderfinch.example' });
    };
    const id = idBy('ours', 'run_1/send/0/1');
    expect(id).toMatch(/^<[0-9a-f]{40}@alderfinch\.example>$/);
    expect(idBy('ours', 'run_1/send/0/1')).toBe(id);
    expect(idBy('ours', 'run_1/send/1/1')).not.toBe(id);
    expect(idBy('theirs', 'run_1/send/0/1')).not.toBe(id);
  });

  test('a word about one attempt to send it holds for no other', () => {
    expect(attemptOf({ id: 'msg_1', attempts: 1 })).not.toBe(attemptOf({ id: 'msg_1', attempts: 2 }));
  });
});
