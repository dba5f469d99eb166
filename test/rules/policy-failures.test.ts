import { describe, expect, test } from 'vitest';
import type { Person, Role } from '#contracts/person.ts';
import type { PolicyDecision, PolicyQuestion } from '#contracts/policy.ts';
import { createPolicy, readPolicies } from '#governance/policy/index.ts';
import { approve, asks, machine, sendOut, somebody, startRun, writeRecord } from './policy-questions.ts';
import { copyRegistry, registryFolder } from './registry-copy.ts';
import { workingHours } from './working-hours.ts';

const policy = createPolicy(readPolicies(registryFolder), workingHours);

describe('a failure is a refusal', () => {
  const overflow = `@id("broken") forbid (principal, action, resource) when { 9223372036854775807 + 1 > 0 };\n`;

  test('of a forbid that cannot be evaluated, although a permit matches', () => {
    const broken = createPolicy(readPolicies(copyRegistry({ 'policies/broken.cedar': overflow })), workingHours);
    const decision = broken.decide(startRun(somebody(['staff'])));
    expect(decision).toMatchObject({ kind: 'denied', failure: expect.stringContaining('broken/broken') });
  });

  test.each<[string, () => PolicyDecision]>([
    [
      'a role nobody defined',
      () => policy.decide(approve(somebody(['approver']), { ask: asks({ roles: ['emperor' as Role] }) })),
    ],
    [
      'a person with a role nobody defined',
      () =>
        policy.decide(
          startRun({
            kind: 'person',
            person: fake({ id: 'ada', name: 'Ada', teams: [], roles: ['staff', 'emperor'] }),
          }),
        ),
    ],
    ['a fact of the wrong kind', () => policy.decide(fake({ ...sendOut(machine, {}), context: { messageClass: 1 } }))],
    ['a fact too few', () => policy.decide(fake({ ...writeRecord(machine), context: {} }))],
    [
      'a fact too many',
      () => policy.decide(fake({ ...startRun(somebody(['staff'])), context: { trigger: 'api', admin: true } })),
    ],
    ['an unknown action', () => policy.decide(fake({ ...startRun(somebody(['staff'])), action: 'payOut' }))],
    ['no facts at all', () => policy.decide(fake({ action: 'startRun' }))],
  ])('of a question with %s', (_, ask) => {
    expect(ask()).toMatchObject({ kind: 'denied', policies: [], failure: expect.stringMatching(/./) });
  });

  test('the digest names the policy set that decided', () => {
    const other = createPolicy(
      readPolicies(
        copyRegistry({ 'policies/write-record.cedar': undefined, 'policies/write-record.test.yaml': undefined }),
      ),
      workingHours,
    );
    const [mine, theirs] = [policy.decide(writeRecord(machine)), other.decide(writeRecord(machine))];
    expect([mine.kind, theirs.kind, mine.policySet === theirs.policySet]).toEqual(['allowed', 'denied', false]);
  });
});

/** A value the types forbid, as it could come over a border. */
function fake<Value extends Person | PolicyQuestion>(value: unknown): Value {
  return value as Value;
}
