import { describe, expect, test } from 'vitest';
import { decisionOf, mistakesIn } from '#console/approval/decision-request.ts';
import { isUnsent, parseTaskDraft } from '#console/approval/task-draft.ts';
import { type DecisionChoice, DecisionRequest } from '#contracts/approval.ts';
import { formOfSchema } from '#contracts/form-of-schema.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import { ComplaintReview } from '#contracts/processes/triage-enquiry.ts';

const action: OutgoingMessage = {
  kind: 'sendEmail',
  to: 'a@shop.example',
  subject: 'Re: Lamp',
  text: 'Sorry.',
  references: [],
};
const task = { action, digest: 'd'.repeat(64), form: null, point: 'reply' };
const amounts = { goodwill: [{ currency: 'EUR', upTo: 5_000 }] };
const complaint = { ...task, form: formOfSchema(ComplaintReview, amounts), point: 'complaint' };
const draft = (typed: object) => parseTaskDraft(typed);

describe('a decision made from what was typed', () => {
  test.for<[DecisionChoice, object, object]>([
    ['approve', { text: 'Changed.' }, {}],
    ['edit', { text: 'Changed.', subject: 'Re: Lamp' }, { content: { text: 'Changed.' } }],
    ['edit', { subject: 'Your lamp' }, { content: { subject: 'Your lamp' } }],
    ['reject', { reason: ' Too cold ' }, { comment: 'Too cold' }],
    ['ask', { question: 'Which lamp?' }, { content: { text: 'Which lamp?' }, to: { kind: 'customer' } }],
    [
      'ask',
      { question: 'Is it in stock?', whom: 'bob' },
      { content: { text: 'Is it in stock?' }, to: { kind: 'colleague', person: 'bob' } },
    ],
    ['take-over', { reason: 'I know them' }, { comment: 'I know them' }],
  ])('to %s names the digest shown and brings what it needs', ([decision, typed, more]) => {
    const prepared = decisionOf(task, decision, draft(typed));
    expect(prepared).toEqual({ kind: 'ready', request: { decision, digest: task.digest, ...more } });
    expect(DecisionRequest.safeParse(prepared.kind === 'ready' && prepared.request).success).toBe(true);
  });

  test.for<[DecisionChoice, object, string]>([
    ['edit', {}, 'text'],
    ['edit', { text: ' ' }, 'text'],
    ['edit', { subject: '' }, 'subject'],
    ['reject', { reason: ' ' }, 'reason'],
    ['ask', {}, 'question'],
    ['take-over', {}, 'reason'],
  ])('to %s is not sent without what it needs, and says where', ([decision, typed, place]) => {
    const prepared = decisionOf(task, decision, draft(typed));
    expect(prepared.kind === 'wrong' && Object.keys(prepared.mistakes)).toEqual([place]);
  });

  test('needs no reason to record a message as sent of which nobody knows', () => {
    expect(decisionOf({ ...task, point: 'unconfirmed' }, 'reject', draft({})).kind).toBe('ready');
    expect(decisionOf({ ...task, point: 'unconfirmed' }, 'take-over', draft({})).kind).toBe('wrong');
  });

  test('brings the fields that the process asks for, as the values they mean', () => {
    const fields = { resolution: 'replacement', goodwill: '25.50 EUR' };
    expect(decisionOf(complaint, 'approve', draft({ fields }))).toMatchObject({
      request: { fields: { resolution: 'replacement', goodwill: { amount: 2_550, currency: 'EUR' } } },
    });
    for (const [given, places] of [
      [{}, ['fields/resolution']],
      [{ ...fields, goodwill: 'much' }, ['fields/goodwill']],
      [{ ...fields, goodwill: '50.01 EUR' }, ['fields/goodwill']],
    ] as const) {
      const prepared = decisionOf(complaint, 'approve', draft({ fields: given }));
      expect(prepared.kind === 'wrong' && Object.keys(prepared.mistakes)).toEqual(places);
    }
    expect(decisionOf(complaint, 'reject', draft({ reason: 'No' })).kind).toBe('ready');
  });
});

describe('what the API finds wrong', () => {
  test('is shown where it was typed', () => {
    const problem = {
      type: '',
      title: '',
      status: 422,
      detail: '',
      code: 'input-invalid',
      facts: {},
      retry: 'never',
    } as const;
    const places = ['/content/text', '/to/person', '/comment', '/fields/goodwill/amount', '/decision'];
    const found = { ...problem, places: places.map((pointer) => ({ pointer, detail: pointer })) };
    expect(Object.keys(mistakesIn(found, 'ask'))).toEqual(['question', 'whom', 'reason', 'fields/goodwill/amount']);
    expect(Object.keys(mistakesIn(found, 'edit'))[0]).toBe('text');
  });
});

describe('what was typed', () => {
  test('is unsent where it says something other than what stands there', () => {
    expect(isUnsent(draft({ text: 'Sorry.', subject: 'Re: Lamp', reason: ' ', choice: 'edit' }), action)).toBe(false);
    for (const typed of [{ text: 'Sorry!' }, { subject: 'Lamp' }, { reason: 'x' }, { question: 'x' }, { comment: 'x' }])
      expect(isUnsent(draft(typed), action)).toBe(true);
  });

  test('is nothing where what was kept cannot be read', () => {
    for (const kept of [undefined, 'text', { choice: 'burn' }, { fields: [1] }])
      expect(draft(kept as object)).toEqual({ fields: {} });
  });
});
