import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Audience } from '#contracts/approval-terms.ts';
import { type Person, Role } from '#contracts/person.ts';
import type { PolicyDecision, PolicyQuestion, Principal } from '#contracts/policy.ts';
import { createPolicy } from '#governance/policy/index.ts';
import { decodePayload, type PolicyCase, readApprovalStats, readingCases, somebody } from './reading-cases.ts';
import { copyRegistry, registryFolder } from './registry-copy.ts';

const policy = createPolicy({ folder: registryFolder });
const process = 'triage-enquiry';
const machine: Principal = { kind: 'process', process };
const asks = (named: Partial<Audience>): Audience => ({ roles: [], teams: [], people: [], ...named });

const startRun = (principal: Principal): PolicyQuestion => ({
  action: 'startRun',
  principal,
  resource: { process },
  context: { trigger: 'api' },
});
const onRun = (action: 'readRun' | 'readPersonalData' | 'operateRun', principal: Principal): PolicyQuestion => ({
  action,
  principal,
  resource: { run: 'run_1', process, startedBy: 'sam' },
});
const manageApproval = (principal: Principal): PolicyQuestion => ({
  action: 'manageApproval',
  principal,
  resource: task,
});
const manageDelegation = (principal: Principal): PolicyQuestion => ({
  action: 'manageDelegation',
  principal,
  resource: { delegation: 'dlg_1' },
});
const callModel = (principal: Principal, region: string, rehearsal = false): PolicyQuestion => ({
  action: 'callModel',
  principal,
  resource: { model: 'm', provider: 'p', region, rehearsal },
  context: { prompt: 'classify-enquiry' },
});
const sendOut = (
  principal: Principal,
  context: Partial<(PolicyQuestion & { action: 'sendOut' })['context']>,
): PolicyQuestion => ({
  action: 'sendOut',
  principal,
  resource: { connector: 'smtp' },
  context: { messageClass: 'reply', approved: false, toSubject: false, toStaff: false, ...context },
});
const writeRecord = (principal: Principal): PolicyQuestion => ({
  action: 'writeRecord',
  principal,
  resource: { connector: 'postgres-crm' },
  context: { record: 'interaction' },
});
type Approve = PolicyQuestion & { action: 'approve' };
const ask = asks({ roles: ['approver'] });
const task = {
  approval: 'apr_1',
  process,
  point: 'reply',
  stage: 'review',
  ask,
  startedBy: 'sam',
  editors: [],
  barred: [],
};
const approve = (
  principal: Principal,
  facts: Partial<Approve['resource'] & Approve['context']> = {},
): PolicyQuestion => {
  const { decision = 'approve', amount, currency, orderStatus, ...resource } = facts;
  return {
    action: 'approve',
    principal,
    resource: { ...task, ...resource },
    context: { decision, amount, currency, orderStatus },
  };
};
const complete = (
  principal: Principal,
  facts: Partial<(PolicyQuestion & { action: 'completeApproval' })['context']> & { point?: string },
): PolicyQuestion => {
  const { point = 'reply', ...context } = facts;
  return {
    action: 'completeApproval',
    principal,
    resource: { ...task, point },
    context: { approvers: 1, edited: false, ...context },
  };
};

/** For every policy one question it decides for and one it does not; a forbid decides by refusing. */
const cases: readonly PolicyCase[] = [
  { policy: 'start-run/staff', decides: startRun(somebody(['staff'])), silent: startRun(somebody(['approver'])) },
  { policy: 'start-run/intake', decides: startRun(somebody(['intake'])), silent: startRun(machine) },
  {
    policy: 'read-run/signed-in-with-a-role',
    decides: onRun('readRun', somebody(['engineer'])),
    silent: onRun('readRun', somebody(['intake'])),
  },
  {
    policy: 'read-personal-data/whose-work-it-is',
    decides: onRun('readPersonalData', somebody(['staff'])),
    silent: onRun('readPersonalData', somebody(['engineer'])),
  },
  {
    policy: 'operate-run/operator-or-team-lead',
    decides: onRun('operateRun', somebody(['operator'])),
    silent: onRun('operateRun', somebody(['staff'])),
  },
  {
    policy: 'manage-approval/operator-or-team-lead',
    decides: manageApproval(somebody(['team-lead'])),
    silent: manageApproval(somebody(['approver'])),
  },
  {
    policy: 'manage-delegation/operator-or-team-lead',
    decides: manageDelegation(somebody(['operator'])),
    silent: manageDelegation(somebody(['approver'])),
  },
  ...readingCases,
  {
    policy: 'call-model/rehearsal',
    decides: callModel(machine, 'nowhere', true),
    silent: callModel(machine, 'nowhere'),
  },
  {
    policy: 'call-model/known-region',
    decides: callModel(machine, 'us'),
    silent: callModel(somebody(['staff']), 'us'),
  },
  {
    policy: 'send-out/approved-reply',
    decides: sendOut(machine, { approved: true, toSubject: true }),
    silent: sendOut(machine, { approved: false, toSubject: true }),
  },
  {
    policy: 'send-out/approved-question',
    decides: sendOut(machine, { messageClass: 'question', approved: true, toStaff: true }),
    silent: sendOut(machine, { messageClass: 'question', approved: false, toSubject: true, toStaff: true }),
  },
  {
    policy: 'send-out/notice-to-staff',
    decides: sendOut(machine, { messageClass: 'notice', toStaff: true }),
    silent: sendOut(machine, { messageClass: 'notice', toSubject: true, approved: true }),
  },
  { policy: 'write-record/process', decides: writeRecord(machine), silent: writeRecord(somebody(['operator'])) },
  {
    policy: 'approve/role-the-task-waits-for',
    decides: approve(somebody(['approver'])),
    silent: approve(somebody(['staff'])),
  },
  {
    policy: 'approve/team-the-task-waits-for',
    decides: approve(somebody([], 'ada', { teams: ['sales'] }), { ask: asks({ teams: ['sales'] }) }),
    silent: approve(somebody([], 'ada', { teams: ['sales'] }), { ask: asks({ teams: ['legal'] }) }),
  },
  {
    policy: 'approve/person-the-task-waits-for',
    decides: approve(somebody([], 'ada'), { ask: asks({ people: ['ada'] }) }),
    silent: approve(somebody([], 'bob'), { ask: asks({ people: ['ada'] }) }),
  },
  {
    policy: 'complete-approval/enough-by-default',
    decides: complete(somebody(['approver']), {}),
    silent: complete(machine, {}),
  },
];

const unlimited = { authority: [{ currency: 'EUR', upTo: 900_000 }] };

/** Policies that forbid: what they refuse, and the neighbouring case that passes. */
const forbids: { policy: string; refuses: PolicyQuestion; passes: PolicyQuestion }[] = [
  {
    policy: 'approve/not-own-run',
    refuses: approve(somebody(['approver'], 'lee'), { startedBy: 'lee' }),
    passes: approve(somebody(['approver'], 'lee')),
  },
  {
    policy: 'approve/not-own-edit',
    refuses: approve(somebody(['approver']), { editors: ['ada'] }),
    passes: approve(somebody(['approver']), { editors: ['bob'] }),
  },
  {
    policy: 'approve/not-own-answer',
    refuses: approve(somebody(['approver']), { barred: ['ada'], decision: 'reject' }),
    passes: approve(somebody(['approver']), { barred: ['bob'] }),
  },
  {
    policy: 'approve/within-authority',
    refuses: approve(somebody(['approver'], 'ada', { authority: [{ currency: 'GBP', upTo: 100 }] }), euros(101)),
    passes: approve(somebody(['approver'], 'ada', { authority: [{ currency: 'EUR', upTo: 101 }] }), euros(101)),
  },
  {
    policy: 'approve/large-order-needs-team-lead',
    refuses: approve(somebody(['approver'], 'ada', unlimited), anOrder(100_001)),
    passes: approve(somebody(['approver', 'team-lead'], 'lee', unlimited), anOrder(100_001)),
  },
  {
    policy: 'complete-approval/changed-refund-needs-two',
    refuses: complete(somebody(['approver']), { point: 'refund', edited: true }),
    passes: complete(somebody(['approver']), { point: 'refund', edited: true, approvers: 2 }),
  },
  {
    policy: 'complete-approval/large-amount-needs-two',
    refuses: complete(somebody(['approver']), euros(50_001)),
    passes: complete(somebody(['approver']), euros(50_000)),
  },
];

function anOrder(amount: number) {
  return { ...euros(amount), orderStatus: 'shipped' };
}

function euros(amount: number): { amount: number; currency: string } {
  return { amount, currency: 'EUR' };
}

describe('every policy', () => {
  test.each(cases)(
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
    expect([...cases, ...forbids].map((each) => each.policy).toSorted()).toEqual(ids.toSorted());
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

describe('a failure is a refusal', () => {
  const overflow = `@id("broken") forbid (principal, action, resource) when { 9223372036854775807 + 1 > 0 };\n`;

  test('of a forbid that cannot be evaluated, although a permit matches', () => {
    const broken = createPolicy({ folder: copyRegistry({ 'policies/broken.cedar': overflow }) });
    const decision = broken.decide(startRun(somebody(['staff'])));
    expect(decision).toMatchObject({ allowed: false, failure: expect.stringContaining('broken/broken') });
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
    expect(ask()).toMatchObject({ allowed: false, policies: [], failure: expect.stringMatching(/./) });
  });

  test('the digest names the policy set that decided', () => {
    const other = createPolicy({ folder: copyRegistry({ 'policies/write-record.cedar': undefined }) });
    const [mine, theirs] = [policy.decide(writeRecord(machine)), other.decide(writeRecord(machine))];
    expect([mine.allowed, theirs.allowed, mine.policySet === theirs.policySet]).toEqual([true, false, false]);
  });
});

/** A value the types forbid, as it could come over a border. */
function fake<Value extends Person | PolicyQuestion>(value: unknown): Value {
  return value as Value;
}
