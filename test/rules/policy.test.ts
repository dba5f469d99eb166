import { describe, expect, test } from 'vitest';
import type { MessageClass } from '#contracts/message.ts';
import { Role } from '#contracts/person.ts';
import type { PolicyQuestion, Principal, SendingFacts } from '#contracts/policy.ts';
import { createPolicy, readPolicies } from '#governance/policy/index.ts';
import {
  approve,
  asks,
  decodePayload,
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
import { workingHours } from './working-hours.ts';

const policy = createPolicy(readPolicies(registryFolder), workingHours);

describe('who may do what', () => {
  const rolesThatMay = (ask: (principal: Principal) => PolicyQuestion) =>
    Role.options.filter((role) => policy.decide(ask(somebody([role]))).kind === 'allowed');

  test('the roles are the same in Cedar and in the contracts', () => {
    const decisions = Role.options.map((role) =>
      policy.decide(approve(somebody([role]), { ask: asks({ roles: [role] }) })),
    );
    expect(decisions.filter(({ kind }) => kind !== 'allowed')).toEqual([]);
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
    expect(own).toMatchObject({ kind: 'denied', policies: ['approve/not-own-run'] });
  });

  test.each([
    { who: 'somebody without a role', principal: somebody([]) },
    { who: 'a process', principal: machine },
  ])('$who does nothing that is for people with a role', ({ principal }) => {
    const onRuns = (['readRun', 'readPersonalData', 'operateRun'] as const).map((action) => onRun(action, principal));
    const questions = [startRun(principal), ...onRuns, decodePayload(principal), approve(principal)];
    expect(questions.filter((question) => policy.decide(question).kind === 'allowed')).toEqual([]);
  });

  test.each<Partial<SendingFacts>>([
    { approved: true, toSubject: false },
    { approved: false, toSubject: true },
    { approved: true, toStaff: true },
    { messageClass: 'question', approved: true },
    { messageClass: 'newsletter' as MessageClass, approved: true, toSubject: true, toStaff: true },
    { messageClass: 'notice', approved: true, toSubject: true },
  ])('nothing leaves with %j', (context) => {
    expect(policy.decide(sendOut(machine, context)).kind).toBe('denied');
  });
});
