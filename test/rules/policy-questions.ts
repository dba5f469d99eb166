import type { Audience } from '#contracts/approval-terms.ts';
import type { DataFacts, PurposeFacts } from '#contracts/data-facts.ts';
import type { Person, Role } from '#contracts/person.ts';
import type { PolicyQuestion, Principal, SendingFacts } from '#contracts/policy.ts';

const process = 'triage-enquiry';
export const machine: Principal = { kind: 'process', process };
export const somebody = (roles: Role[], id = 'ada', more: Partial<Person> = {}): Principal => ({
  kind: 'person',
  person: { id, name: id, roles, teams: [], ...more },
});
export const asks = (named: Partial<Audience>): Audience => ({ roles: [], teams: [], people: [], ...named });

export const startRun = (principal: Principal): PolicyQuestion => ({
  action: 'startRun',
  principal,
  resource: { process },
  context: { trigger: 'api' },
});
export const onRun = (action: 'readRun' | 'readPersonalData' | 'operateRun', principal: Principal): PolicyQuestion => ({
  action,
  principal,
  resource: { run: 'run_1', process, startedBy: 'sam' },
});
export const manageApproval = (principal: Principal): PolicyQuestion => ({
  action: 'manageApproval',
  principal,
  resource: task,
});
export const manageDelegation = (principal: Principal): PolicyQuestion => ({
  action: 'manageDelegation',
  principal,
  resource: { delegation: 'dlg_1' },
});
const data: DataFacts & PurposeFacts = {
  categories: ['personal.name'],
  purpose: 'customer-service',
  collectedFor: ['customer-service'],
  jurisdiction: 'uk',
  tainted: true,
};
export const sendOut = (
  principal: Principal,
  context: Partial<DataFacts & PurposeFacts & SendingFacts>,
): PolicyQuestion => ({
  action: 'sendOut',
  principal,
  resource: { connector: 'smtp' },
  context: {
    ...data,
    messageClass: 'reply',
    approved: false,
    approvals: 1,
    toSubject: false,
    toStaff: false,
    firstMessage: false,
    unfounded: 0,
    ...context,
  },
});
export const writeRecord = (principal: Principal): PolicyQuestion => ({
  action: 'writeRecord',
  principal,
  resource: { connector: 'postgres-crm' },
  context: { ...data, record: 'interaction' },
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
export const approve = (
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
