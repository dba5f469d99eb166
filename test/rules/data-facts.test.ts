import { describe, expect, test } from 'vitest';
import { factsOfNotice, factsOfPrompt } from '#governance/data-facts/index.ts';

const facts = (text: string, country?: string) =>
  factsOfPrompt({ variables: { subject: 'Hello', text }, categories: ['untrusted'] }, { country });

describe('what is known of the data of a prompt', () => {
  test.each([
    ['a card number', 'Charge 4111 1111 1111 1111 please', 'financial.card'],
    ['a bank account', 'Pay it to GB33BUKB20201555555555', 'financial.bank'],
    ['one across two lines', 'Pay it to DE89 3704 0044\n0532 0130 00', 'financial.bank'],
  ])('has %s that somebody wrote in it', (_, text, category) => {
    expect(facts(text).categories).toContain(category);
  });

  test('has none where nobody did', () => {
    const { categories } = facts('Where is AF-104512? I paid 129.00 EUR, tracking number 00340434161094042557.');
    expect(categories.filter((category) => category.startsWith('financial'))).toEqual([]);
  });

  test('is unknown where nobody can say: too long to be looked through', () => {
    expect(facts('a'.repeat(300_000)).categories).toContain('unknown');
  });

  test.each([
    [undefined, 'unknown'],
    ['DE', 'eu'],
    ['NO', 'eu'],
    ['GB', 'uk'],
    ['US', 'us'],
    ['CH', 'ch'],
    ['RE', 'eu'],
    ['AX', 'eu'],
    ['EU', 'eu'],
    ['UK', 'uk'],
    ['EL', 'unknown'],
    ['XX', 'unknown'],
    ['Germany', 'unknown'],
  ])('is of somebody in %s, whose law is that of %s', (country, jurisdiction) => {
    expect(facts('Hello', country).jurisdiction).toBe(jurisdiction);
  });

  test('is tainted by the words of a customer, and a notice is not', () => {
    expect([facts('Hello').tainted, factsOfNotice().tainted]).toEqual([true, false]);
  });
});
