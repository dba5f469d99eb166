import type { Audience } from '#contracts/approval-terms.ts';
import type { Person, Role } from '#contracts/person.ts';
import type { PolicyQuestion, Principal } from '#contracts/policy.ts';
import { everything, type SwitchTarget } from '#contracts/switch.ts';

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
export const callModel = (principal: Principal, region: string, rehearsal = false): PolicyQuestion => ({
  action: 'callModel',
  principal,
  resource: { model: 'm', provider: 'p', region, rehearsal },
  context: { prompt: 'classify-enquiry' },
});
export const sendOut = (
  principal: Principal,
  context: Partial<(PolicyQuestion & { action: 'sendOut' })['context']>,
): PolicyQuestion => ({
  action: 'sendOut',
  principal,
  resource: { connector: 'smtp' },
  context: { messageClass: 'reply', approved: false, toSubject: false, toStaff: false, ...context },
});
export const writeRecord = (principal: Principal): PolicyQuestion => ({
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
export const complete = (
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
export const readAuthority = (principal: Principal, person: string): PolicyQuestion => ({
  action: 'readAuthority',
  principal,
  resource: { person },
});
export const readSpending = (principal: Principal): PolicyQuestion => ({
  action: 'readSpending',
  principal,
  resource: { spending: 'models' },
});

export const pullSwitch = (principal: Principal, target: SwitchTarget = everything): PolicyQuestion => ({
  action: 'pullSwitch',
  principal,
  resource: { target },
});
export const liftSwitch = (
  principal: Principal,
  { target = everything, own = false }: { target?: SwitchTarget; own?: boolean } = {},
): PolicyQuestion => ({ action: 'liftSwitch', principal, resource: { target }, context: { own } });

export function anOrder(amount: number) {
  return { ...euros(amount), orderStatus: 'shipped' };
}

export function euros(amount: number): { amount: number; currency: string } {
  return { amount, currency: 'EUR' };
}
