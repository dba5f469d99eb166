import { describe, expect, test } from 'vitest';
import { loadRegistry } from '#governance/registry/index.ts';
import { copyRegistry, mistakesOf } from './registry-copy.ts';

const prompt = 'prompts/triage-enquiry/draft-reply.prompt.md';
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const mistakesIn = (change: (text: string) => string, file = prompt) =>
  mistakesOf(() => loadRegistry(copyRegistry({ [file]: change })));

describe('what a prompt states as needed', () => {
  test.each<[string, (text: string) => string, RegExp]>([
    [
      'has to be in its input',
      replace('facts.attempt: []', 'facts.shoeSize: []'),
      /draft-reply\.prompt\.md:\d+ needs\.facts\.shoeSize: the input reply_material has no 'facts\.shoeSize'; it has situation, customerName/,
    ],
    [
      'has to tell of what the input says',
      replace('facts.customerName: [personal.name, untrusted]', 'facts.customerName: []'),
      /:\d+ needs\.facts\.customerName: tells of something else; write 'facts\.customerName: \[personal\.name, untrusted\]'/,
    ],
    [
      'has to be among what it reaches',
      replace(/ {4}- personal\.name\n/, ''),
      /:\d+ reaches\.categories: lacks 'personal\.name', which 'facts\.customerName' tells of; add it here/,
    ],
    [
      'has to be used',
      (text) => replace('{{ facts }}', '')(replace('  facts: json\n', '')(text)),
      /:\d+ needs\.facts\.situation: the text does not use it; declare it under variables, or remove it/,
    ],
    [
      'has to hold all that the text uses',
      replace(/ {2}subject: \[.*\n/, ''),
      /:\d+ variables\.subject: nothing of it is needed; add 'subject: \[…\]' to needs, or remove it/,
    ],
    ['may not be left out', replace(/needs:\n(?: {2}.*\n)+/, ''), /:\d+ needs: is missing; write 'needs: …'/],
    [
      'names categories that there are',
      replace('personal.name, untrusted]', 'personal.shoe]'),
      /customerName\.0: .*correct/,
    ],
    [
      'is of an input that there is',
      replace('input: reply_material', 'input: letters'),
      /:\d+ input: .*reply_material/,
    ],
  ])('%s', (_, change, expected) => {
    expect(mistakesIn(change)).toContainEqual(expect.stringMatching(expected));
  });
});

describe('what a step of a process asks by', () => {
  const entry = 'processes/triage-enquiry.yaml';
  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      'takes what the step gives',
      prompt,
      replace('input: reply_material', 'input: customer_words'),
      /draft-reply\.prompt\.md:\d+ input: is 'customer_words', and the process asks for 'reply_material'; write 'reply_material'/,
    ],
    [
      'answers in the form that the step reads',
      prompt,
      replace('answer: drafted_reply', 'answer: text_answer'),
      /draft-reply\.prompt\.md:\d+ answer: is 'text_answer', and the process asks for 'drafted_reply'/,
    ],
    [
      'answers directly in the one form that there is for it',
      'prompts/ask-model/answer-from-text.prompt.md',
      replace('answer: text_answer', 'answer: drafted_reply'),
      /answer-from-text\.prompt\.md:\d+ answer: is 'drafted_reply', and the process asks for 'text_answer'/,
    ],
    [
      'may not be missing from its entry',
      entry,
      replace(/ {2}draft-reply: .*\n/, ''),
      /triage-enquiry\.yaml:\d+ prompts\.draft-reply: the process asks by it; write 'draft-reply: \{ version: …/,
    ],
  ])('%s', (_, file, change, expected) => {
    expect(mistakesIn(change, file)).toContainEqual(expect.stringMatching(expected));
  });
});

describe('what data is for', () => {
  test.each([
    ['prompts/triage-enquiry/draft-reply.prompt.md', /:\d+ usedFor: is missing/],
    ['tools/send-email.yaml', /:\d+ usedFor: is missing/],
    ['datasets/order-records.yaml', /:\d+ collectedFor: is missing/],
    ['processes/triage-enquiry.yaml', /:\d+ collectedFor: is missing/],
  ])('is said in %s', (file, expected) => {
    const without = replace(/^(usedFor|collectedFor): .*\n/m, '');
    expect(mistakesIn(without, file)).toContainEqual(expect.stringMatching(expected));
  });

  test('is one of the purposes that there are', () => {
    const mistakes = mistakesIn(replace('usedFor: customer-service', 'usedFor: curiosity'));
    expect(mistakes).toContainEqual(expect.stringMatching(/:\d+ usedFor: .*"customer-service".*marketing/));
  });

  test('is what is common to the process and all that the prompt or the tool reaches', () => {
    const registry = loadRegistry(copyRegistry({ 'datasets/order-records.yaml': replace('customer-service, ', '') }));
    const process = { kind: 'process', name: 'answer-order-status' } as const;
    const prompt = { kind: 'prompt', name: 'answer-order-status/draft-order-reply' } as const;
    expect(registry.purposesOf([process, prompt])).toEqual({
      purpose: 'customer-service',
      collectedFor: ['complaint-handling'],
    });
    expect(registry.purposesOf([process, { kind: 'tool', name: 'send-email' }])).toEqual({
      purpose: 'customer-service',
      collectedFor: ['customer-service', 'complaint-handling'],
    });
    expect(registry.purposesOf([process])).toMatchObject({ purpose: 'unknown' });
    expect(registry.purposesOf([prompt, { kind: 'process', name: 'nobody-knows' }])).toMatchObject({
      purpose: 'customer-service',
    });
  });
});
