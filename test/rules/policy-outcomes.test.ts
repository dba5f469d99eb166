import { describe, expect, test } from 'vitest';
import type { PolicyDecision } from '#contracts/policy.ts';
import { createPolicy, createPolicyWorld, readPolicies } from '#governance/policy/index.ts';
import { loadRegistry } from '#governance/registry/index.ts';
import { machine, sendOut, writeRecord } from './policy-questions.ts';
import { copyRegistry, registryFolder } from './registry-copy.ts';
import { workingHours } from './working-hours.ts';

/** What writing to the CRM comes to where a rule each forbids it with these outcomes. */
function decided(...outcomes: readonly string[]): PolicyDecision {
  const rules = outcomes.map((outcome, index) => {
    const heals = outcome === 'denied' ? '' : `@outcome("${outcome}")`;
    return `@id("x${index}") ${heals} forbid (principal, action == Action::"writeRecord", resource);`;
  });
  const folder = copyRegistry({ 'policies/planted.cedar': rules.join('\n') });
  return createPolicy(readPolicies(folder), workingHours).decide(writeRecord(machine));
}

describe('what would heal a refusal', () => {
  test.each(['redact', 'other-candidate', 'person', 'denied'])('is what the forbid says: %s', (outcome) => {
    expect(decided(outcome)).toMatchObject({ kind: outcome, policies: ['planted/x0'] });
  });

  test.each([
    [['redact', 'other-candidate'], 'other-candidate'],
    [['person', 'other-candidate', 'redact'], 'person'],
    [['redact', 'denied', 'person'], 'denied'],
  ])('is the strongest of %j', (outcomes, strongest) => {
    expect(decided(...outcomes)).toMatchObject({ kind: strongest });
  });

  test('is nothing where no policy permits it', () => {
    const policy = createPolicy(readPolicies(registryFolder), workingHours);
    expect(policy.decide(sendOut(machine, { approved: false, approvals: 1 }))).toMatchObject({
      kind: 'denied',
      policies: [],
    });
  });
});

describe('the hour of the firm', () => {
  const approved = sendOut(machine, { approved: true, toSubject: true, approvals: 0 });
  const at = (moment: string) => {
    const world = createPolicyWorld(loadRegistry(registryFolder), () => Date.parse(moment));
    return createPolicy(readPolicies(registryFolder), world).decide(approved);
  };

  test.each([
    ['on a working day', '2026-11-23T10:00:00Z', 'allowed'],
    ['before it opens', '2026-11-23T08:59:59Z', 'person'],
    ['as it opens', '2026-11-23T09:00:00Z', 'allowed'],
    ['as it closes', '2026-11-23T17:30:00Z', 'person'],
    ['in summer, by the clock of the firm', '2026-07-20T16:45:00Z', 'person'],
    ['on a Sunday', '2026-11-22T10:00:00Z', 'person'],
    ['on a holiday', '2026-12-25T10:00:00Z', 'person'],
  ])('is that of its calendar: %s', (_, moment, kind) => {
    expect(at(moment).kind).toBe(kind);
  });

  test('is asked for anew, whatever was decided an hour ago', () => {
    let now = Date.parse('2026-11-23T17:00:00Z');
    const world = createPolicyWorld(loadRegistry(registryFolder), () => now);
    const policy = createPolicy(readPolicies(registryFolder), world);
    const before = policy.decide(approved).kind;
    now += 3_600_000;
    expect([before, policy.decide(approved).kind]).toEqual(['allowed', 'person']);
  });

  test('comes with 0 to 23', () => {
    const hours = ['2026-07-20T23:30:00Z', '2026-11-23T23:30:00Z'].map(
      (moment) => createPolicyWorld(loadRegistry(registryFolder), () => Date.parse(moment)).time().hour,
    );
    expect(hours).toEqual([0, 23]);
  });
});
