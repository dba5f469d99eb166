import { describe, expect, test } from 'vitest';
import { DecisionRequest } from '#contracts/approval.ts';
import { Enquiry } from '#contracts/enquiry.ts';
import type { Exchange } from '#contracts/question.ts';
import { conversationOf } from '#workflows/steps/conversation.ts';
import { orderNumbersAnswered } from '#workflows/steps/order-numbers.ts';

const enquiry = Enquiry.parse({ from: 'ida@customer.example', text: 'Where is it?', messageId: '<1@c.example>' });
const answer = (text: string, more: object = {}) => Enquiry.parse({ from: enquiry.from, text, ...more });

function exchange(to: Exchange['to'], question: string, came: Exchange['answer']): Exchange {
  return { to, question, askedAt: '2026-11-23T10:00:00.000Z', answer: came };
}

const customer = { kind: 'customer' } as const;
const lee = { kind: 'colleague', person: 'lee' } as const;

describe('a conversation', () => {
  test('is the enquiry itself where nothing was asked', () => {
    expect(conversationOf(enquiry)).toEqual({ enquiry, facts: {} });
  });

  test('goes on with each question that the customer answered, in their order, and joins the thread at the last word', () => {
    const first = answer('The blue one.', {
      messageId: '<2@c.example>',
      references: ['<1@c.example>', '<q1@shop.example>'],
    });
    const second = answer('Number 7.', {
      messageId: '<3@c.example>',
      references: ['<2@c.example>', '<q2@shop.example>'],
    });
    const { enquiry: whole } = conversationOf(enquiry, [
      exchange(customer, 'Which one?', first),
      exchange(customer, 'Which size?', second),
    ]);
    expect(whole.text).toMatch(
      /^Where is it\?[\s\S]*Which one\?[\s\S]*The blue one\.[\s\S]*Which size\?[\s\S]*Number 7\.$/,
    );
    expect(whole.messageId).toBe('<3@c.example>');
    expect(whole.references).toEqual(['<1@c.example>', '<q1@shop.example>', '<2@c.example>', '<q2@shop.example>']);
  });

  test('stays in the thread it had where an answer has no Message-ID', () => {
    const { enquiry: whole } = conversationOf(enquiry, [exchange(customer, 'Which one?', answer('The blue one.'))]);
    expect(whole).toMatchObject({ messageId: enquiry.messageId, references: [] });
  });

  test('keeps what colleagues answered apart from what the customer wrote', () => {
    const came = answer('We have twelve.', { from: 'lee@alderfinch.example', messageId: '<9@alderfinch.example>' });
    const { enquiry: whole, facts } = conversationOf(enquiry, [exchange(lee, 'Do we have it?', came)]);
    expect(whole).toEqual(enquiry);
    expect(facts).toEqual({ colleagueAnswers: [{ question: 'Do we have it?', answer: 'We have twelve.' }] });
  });

  test('says nothing of what nobody answered', () => {
    expect(conversationOf(enquiry, [exchange(customer, 'Which one?', null), exchange(lee, 'You?', null)])).toEqual({
      enquiry,
      facts: {},
    });
  });
});

test('an answer names an order by itself, not by what it quotes', () => {
  const pattern = String.raw`\bAF-\d{6}\b`;
  expect(orderNumbersAnswered('af-104512\n> AF-104511 or AF-104512?', pattern)).toEqual(['AF-104512']);
  expect(orderNumbersAnswered('The second.\n> AF-104511 or AF-104512?', pattern)).toEqual([]);
});

describe('the request of a decision', () => {
  const digest = '0'.repeat(64);
  const content = { text: 'Which?' };
  test.for([
    { decision: 'ask', content },
    { decision: 'ask', content, to: { kind: 'customer' } },
    { decision: 'ask', content, to: lee },
    { decision: 'take-over', comment: 'I call them' },
  ])('may be %j', (request) => {
    expect(DecisionRequest.safeParse({ digest, ...request }).success).toBe(true);
  });

  test.for([
    { decision: 'ask', content, to: 'lee' },
    { decision: 'ask', content, to: { kind: 'colleague' } },
    { decision: 'ask', content, to: { kind: 'customer', person: 'lee' } },
    { decision: 'ask', content: { text: 'Which?', to: 'eve@other.example' } },
    { decision: 'ask', to: lee },
    { decision: 'reject', to: lee },
    { decision: 'take-over' },
    { decision: 'take-over', comment: ' \n ' },
    { decision: 'take-over', comment: 'I call them', content },
  ])('may not be %j', (request) => {
    expect(DecisionRequest.safeParse({ digest, ...request }).success).toBe(false);
  });
});
