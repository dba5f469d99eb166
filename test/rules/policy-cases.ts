import type { PolicyQuestion } from '#contracts/policy.ts';
import {
  anOrder,
  approve,
  asks,
  callModel,
  complete,
  decodePayload,
  euros,
  liftSwitch,
  machine,
  manageApproval,
  manageDelegation,
  onRun,
  pullSwitch,
  readApprovalStats,
  readAuthority,
  readSpending,
  sendOut,
  somebody,
  startRun,
  writeRecord,
} from './policy-questions.ts';

/** What a policy permits, and a neighbouring question that nothing permits. */
interface PermitCase {
  policy: string;
  decides: PolicyQuestion;
  silent: PolicyQuestion;
}

/** What a policy forbids, and the neighbouring question that passes. */
interface ForbidCase {
  policy: string;
  refuses: PolicyQuestion;
  passes: PolicyQuestion;
}

/** Who may look at what others do, may do and cost. */
const readingCases: readonly PermitCase[] = [
  {
    policy: 'read-approval-stats/own',
    decides: readApprovalStats(somebody(['approver'], 'ada'), 'ada'),
    silent: readApprovalStats(somebody(['approver'], 'ada'), 'bob'),
  },
  {
    policy: 'read-approval-stats/lead-operator-or-compliance',
    decides: readApprovalStats(somebody(['team-lead'], 'lee'), 'bob'),
    silent: readApprovalStats(somebody(['engineer'], 'eng'), 'bob'),
  },
  {
    policy: 'read-authority/own',
    decides: readAuthority(somebody(['approver'], 'ada'), 'ada'),
    silent: readAuthority(somebody(['approver'], 'ada'), 'bob'),
  },
  {
    policy: 'read-authority/lead-operator-or-compliance',
    decides: readAuthority(somebody(['compliance-officer'], 'cora'), 'bob'),
    silent: readAuthority(somebody(['engineer'], 'eng'), 'bob'),
  },
  {
    policy: 'read-spending/lead-operator-compliance-or-engineer',
    decides: readSpending(somebody(['engineer'])),
    silent: readSpending(somebody(['approver'])),
  },
  {
    policy: 'decode-payload/operator-or-compliance',
    decides: decodePayload(somebody(['compliance-officer'])),
    silent: decodePayload(somebody(['engineer'])),
  },
];

/** For every policy one question it decides for and one it does not; a forbid decides by refusing. */
export const permits: readonly PermitCase[] = [
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
  {
    policy: 'pull-switch/lead-operator-or-compliance',
    decides: pullSwitch(somebody(['team-lead'])),
    silent: pullSwitch(somebody(['approver'])),
  },
  {
    policy: 'lift-switch/operator-or-compliance',
    decides: liftSwitch(somebody(['compliance-officer'])),
    silent: liftSwitch(somebody(['team-lead'])),
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

export const unlimited = { authority: [{ currency: 'EUR', upTo: 900_000 }] };

/** Policies that forbid: what they refuse, and the neighbouring case that passes. */
export const forbids: readonly ForbidCase[] = [
  {
    policy: 'lift-switch/not-own-stop-of-everything',
    refuses: liftSwitch(somebody(['operator']), { own: true }),
    passes: liftSwitch(somebody(['operator']), { own: true, target: { kind: 'model', name: 'm' } }),
  },
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
