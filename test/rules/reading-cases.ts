import type { Person, Role } from '#contracts/person.ts';
import type { PolicyQuestion, Principal } from '#contracts/policy.ts';

/** What a policy permits, and a neighbouring question that nothing permits. */
export interface PolicyCase {
  policy: string;
  decides: PolicyQuestion;
  silent: PolicyQuestion;
}

export const somebody = (roles: Role[], id = 'ada', more: Partial<Person> = {}): Principal => ({
  kind: 'person',
  person: { id, name: id, roles, teams: [], ...more },
});

export const decodePayload = (principal: Principal): PolicyQuestion => ({
  action: 'decodePayload',
  principal,
  resource: { run: 'run_1' },
});
export const readApprovalStats = (principal: Principal, person: string): PolicyQuestion => ({
  action: 'readApprovalStats',
  principal,
  resource: { person },
});
const readAuthority = (principal: Principal, person: string): PolicyQuestion => ({
  action: 'readAuthority',
  principal,
  resource: { person },
});
const readSpending = (principal: Principal): PolicyQuestion => ({
  action: 'readSpending',
  principal,
  resource: { spending: 'models' },
});

/** Who may look at what others do, may do and cost. */
export const readingCases: readonly PolicyCase[] = [
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
