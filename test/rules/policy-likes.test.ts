import { expect, test } from 'vitest';
import type { Person } from '#contracts/person.ts';
import { createPolicy, readPolicies } from '#governance/policy/index.ts';
import { copyRegistry, registryFolder } from './registry-copy.ts';
import { workingHours } from './working-hours.ts';

const oz: Person = { id: 'oz', name: 'Oz', roles: ['operator'], teams: [] };

function reads(folder: string) {
  const policy = createPolicy(readPolicies(folder), workingHours);
  return (run: string, { startedBy = 'sam', person = oz } = {}): boolean =>
    policy.decide({
      action: 'readRun',
      principal: { kind: 'person', person },
      resource: { run, process: 'triage-enquiry', startedBy },
    }).kind === 'allowed';
}

test.each([
  ['in its scope', 'resource == Run::"run_2");'],
  ['with a comment between the words', 'resource == Run // no other\n ::"run_2");'],
  ['in a condition', 'resource) when { [Run::"run_2", Run::"run_3"].contains(resource) };'],
])('a verdict on one run is not taken for another that a policy names %s', (_where, named) => {
  const rule = `@id("not-this-one")\nforbid (principal, action == Action::"readRun", ${named}\n`;
  const mayRead = reads(copyRegistry({ 'policies/secret.cedar': rule }));
  expect([mayRead('run_1'), mayRead('run_2'), mayRead('run_1')]).toEqual([true, false, true]);
});

test('a verdict on runs of one starter is not taken for those of another', () => {
  const rule = `@id("not-theirs")\nforbid (principal, action == Action::"readRun", resource) when { resource.startedBy == Person::"lee" };\n`;
  const mayRead = reads(copyRegistry({ 'policies/secret.cedar': rule }));
  expect([mayRead('run_1'), mayRead('run_2', { startedBy: 'lee' }), mayRead('run_3')]).toEqual([true, false, true]);
});

test('a right that is withdrawn counts at the next question', () => {
  const mayRead = reads(registryFolder);
  expect([mayRead('run_1'), mayRead('run_1', { person: { ...oz, roles: [] } })]).toEqual([true, false]);
});

test('of ten thousand runs alike, one is judged and the others cost next to nothing', () => {
  const mayRead = reads(registryFolder);
  mayRead('run_0');
  const begun = performance.now();
  for (let run = 1; run <= 10_000; run += 1) mayRead(`run_${run}`);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
