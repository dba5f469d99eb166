import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Role } from '#contracts/person.ts';
import type { PolicyQuestion, Principal } from '#contracts/policy.ts';
import { createPolicy } from '#governance/policy/index.ts';
import { forbids, permits, unlimited } from './policy-cases.ts';
import {
  anOrder,
  approve,
  asks,
  decodePayload,
  euros,
  machine,
  manageApproval,
  manageDelegation,
  onRun,
  readApprovalStats,
  sendOut,
  somebody,
  startRun,
} from './policy-questions.ts';
import { registryFolder } from './registry-copy.ts';

const policy = createPolicy({ folder: registryFolder });

describe('every policy', () => {
  test.each(permits)(
    '$policy permits what it is for, and nothing permits the neighbouring case',
    ({ policy: id, decides, silent }) => {
      expect(policy.decide(decides)).toEqual({
        allowed: true,
        policies: [id],
        policySet: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(policy.decide(silent)).toEqual({ allowed: false, policies: [], policySet: expect.anything() });
    },
  );

  test.each(forbids)('$policy refuses what it is for, and lets the neighbouring case pass', (each) => {
    expect(policy.decide(each.refuses)).toMatchObject({ allowed: false, policies: [each.policy] });
    expect(policy.decide(each.passes).allowed).toBe(true);
  });

  test.each(['approve', 'edit', 'ask'] as const)(
    'weighs %s by the amount it is about, and a rejection not',
    (decision) => {
      const penniless = somebody(['approver'], 'ada', { authority: [] });
      const lead = somebody(['approver'], 'ada', unlimited);
      const policies = (who: Principal, facts: Parameters<typeof approve>[1]) =>
        policy.decide(approve(who, facts)).policies;
      expect(policies(penniless, { ...euros(101), decision })).toEqual(['approve/within-authority']);
      expect(policies(lead, { ...anOrder(100_001), decision })).toEqual(['approve/large-order-needs-team-lead']);
      expect(policy.decide(approve(penniless, { ...anOrder(100_001), decision: 'reject' })).allowed).toBe(true);
    },
  );

  test('is in one of these tables', () => {
    const folder = join(registryFolder, 'policies');
    const files = readdirSync(folder).filter((name) => name.endsWith('.cedar'));
    const ids = files.flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/^@id\("(.+)"\)/gm)].map(
        ([, id]) => `${name.slice(0, -6)}/${id}`,
      ),
    );
    expect([...permits, ...forbids].map((each) => each.policy).toSorted()).toEqual(ids.toSorted());
  });
});

describe('who may do what', () => {
  const rolesThatMay = (ask: (principal: Principal) => PolicyQuestion) =>
    Role.options.filter((role) => policy.decide(ask(somebody([role]))).allowed);

  test('the roles are the same in Cedar and in the contracts', () => {
    const decisions = Role.options.map((role) =>
      policy.decide(approve(somebody([role]), { ask: asks({ roles: [role] }) })),
    );
    expect(decisions.filter(({ allowed }) => !allowed)).toEqual([]);
  });

  test('each action has its roles', () => {
    expect(rolesThatMay(startRun)).toEqual(['staff', 'team-lead', 'intake']);
    expect(rolesThatMay((who) => onRun('readRun', who))).toEqual(Role.options.filter((role) => role !== 'intake'));
    expect(rolesThatMay((who) => onRun('readPersonalData', who))).toEqual(
      Role.options.filter((role) => role !== 'intake' && role !== 'engineer'),
    );
    expect(rolesThatMay((who) => onRun('operateRun', who))).toEqual(['team-lead', 'operator']);
    expect(rolesThatMay((who) => readApprovalStats(who, 'bob'))).toEqual([
      'team-lead',
      'operator',
      'compliance-officer',
    ]);
    expect(rolesThatMay(manageApproval)).toEqual(['team-lead', 'operator']);
    expect(rolesThatMay(manageDelegation)).toEqual(['team-lead', 'operator']);
    expect(rolesThatMay(decodePayload)).toEqual(['operator', 'compliance-officer']);
    expect(rolesThatMay((who) => approve(who, { ask: asks({ roles: ['complaints-handler'] }) }))).toEqual([
      'complaints-handler',
    ]);
  });

  test('nobody decides in a run they started, whatever their roles', () => {
    const own = policy.decide(approve(somebody([...Role.options], 'lee'), { startedBy: 'lee' }));
    expect(own).toMatchObject({ allowed: false, policies: ['approve/not-own-run'] });
  });

  test.each([
    { who: 'somebody without a role', principal: somebody([]) },
    { who: 'a process', principal: machine },
  ])('$who does nothing that is for people with a role', ({ principal }) => {
    const onRuns = (['readRun', 'readPersonalData', 'operateRun'] as const).map((action) => onRun(action, principal));
    const questions = [startRun(principal), ...onRuns, decodePayload(principal), approve(principal)];
    expect(questions.filter((question) => policy.decide(question).allowed)).toEqual([]);
  });

  test.each([
    { approved: true, toSubject: false },
    { approved: false, toSubject: true },
    { approved: true, toStaff: true },
    { messageClass: 'question', approved: true },
    { messageClass: 'newsletter', approved: true, toSubject: true, toStaff: true },
    { messageClass: 'notice', approved: true, toSubject: true },
  ])('nothing leaves with %j', (context) => {
    expect(policy.decide(sendOut(machine, context)).allowed).toBe(false);
  });
});
