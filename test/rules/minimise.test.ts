import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promptInputs } from '#contracts/prompts/index.ts';
import { fillingOf, loadRegistry, renderPrompt, variablesOf } from '#governance/registry/index.ts';
import { minimise } from '#governance/registry/minimise.ts';
import { registryFolder } from './registry-copy.ts';

const registry = loadRegistry(registryFolder);
const textOf = (process: string, prompt: string) => registry.promptText(process, prompt) ?? '';
const drafting = textOf('triage-enquiry', 'draft-reply');
const aboutOrders = textOf('answer-order-status', 'draft-order-reply');

const variablesIn = (text: string, values: object) => variablesOf(text, fillingOf(text, { ...values }).values);

const order = { number: 'AF-104512', status: 'shipped', items: [{ name: 'Lamp', quantity: 1, unitPrice: 12_900 }] };
const offered = {
  facts: { situation: 'routine', customerName: 'Mara', attempt: 1, order, loyaltyCard: 'planted-in-facts' },
  subject: 'Hello',
  text: 'Where is it?',
  from: 'planted@example.org',
};

describe('of what a step offers', () => {
  test('a prompt takes what it states as needed, and no more', () => {
    const variables = variablesIn(drafting, offered);
    expect(JSON.parse(variables.facts ?? '')).toEqual({ situation: 'routine', customerName: 'Mara', attempt: 1 });
    expect(renderPrompt(drafting, variables).user).not.toMatch(/planted|AF-104512/);
  });

  test('another prompt takes something else', () => {
    const variables = variablesIn(aboutOrders, offered);
    expect(JSON.parse(variables.facts ?? '')).toEqual({
      situation: 'routine',
      customerName: 'Mara',
      attempt: 1,
      order,
    });
  });

  test('what nobody described is not taken along inside of what is needed', () => {
    const owned = { ...order, ownerEmail: 'planted@example.org', items: [{ ...order.items[0], giftNote: 'planted' }] };
    const variables = variablesIn(aboutOrders, { ...offered, facts: { ...offered.facts, order: owned } });
    expect(variables.facts).toContain('AF-104512');
    expect(variables.facts).not.toContain('planted');
  });

  test('nothing is taken of a field that holds something else than it should', () => {
    const odd = {
      ...offered,
      facts: { ...offered.facts, customerName: { first: 'planted' }, reviewerNote: ['planted'] },
    };
    expect(variablesIn(drafting, odd).facts).not.toContain('planted');
  });

  test('whatever it is, only stated paths are left', () => {
    const needs = ['facts.order.items.name', 'facts.customerName', 'text'];
    fc.assert(
      fc.property(fc.object({ key: fc.constantFrom(...names), maxDepth: 4 }), (anything) => {
        const left = minimise(promptInputs.reply_material, { offered: anything, needs });
        for (const path of pathsOf(left)) expect(needs.some((need) => need.startsWith(path))).toBe(true);
      }),
    );
  });
});

describe('a prompt that is filled in', () => {
  test('tells what its data is, by what is really there', () => {
    expect(fillingOf(drafting, offered).categories).toEqual(['personal.message', 'personal.name', 'untrusted']);
    expect(fillingOf(aboutOrders, offered).categories).toContain('personal.order');
    const nameless = { ...offered, facts: { ...offered.facts, customerName: '' } };
    expect(fillingOf(drafting, nameless).categories).not.toContain('personal.name');
  });

  test('takes facts as JSON from a call that was under way as they came to be offered as they are', () => {
    const before = fillingOf(drafting, { ...offered, facts: JSON.stringify(offered.facts) });
    expect(before).toEqual(fillingOf(drafting, offered));
  });

  test('takes what it is given, of which nobody knows what it tells, where it was pinned before it stated its needs', () => {
    const older = drafting.replace(/^input:.*\n#.*\nneeds:\n(?: {2}.*\n)+/m, '');
    expect(older).not.toContain('needs:');
    const { subject, text } = offered;
    const filling = fillingOf(older, { facts: { situation: 'routine' }, subject, text });
    expect(filling).toEqual({
      schema: undefined,
      values: { facts: { situation: 'routine' }, subject, text },
      categories: ['unknown'],
    });
  });
});

const names = ['facts', 'order', 'items', 'name', 'customerName', 'text', 'subject', 'situation', 'other', '__proto__'];

function pathsOf(value: unknown, path: readonly string[] = []): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => pathsOf(each, path));
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value).flatMap(([name, inside]) => pathsOf(inside, [...path, name]));
}
