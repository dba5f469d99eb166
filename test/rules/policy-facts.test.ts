import { expect, test } from 'vitest';
import type { ApprovalFacts } from '#contracts/approval-terms.ts';
import type { PolicyQuestion } from '#contracts/policy.ts';
import { createPolicy, readPolicies } from '#governance/policy/index.ts';
import { copyRegistry } from './registry-copy.ts';
import { workingHours } from './working-hours.ts';

const model = { category: 'complaint', urgency: 'high', sentiment: 'negative', confidence: 87 };

/** Whether ada may approve this, where a rule forbids what the condition says. */
function mayApprove(condition: string, facts: ApprovalFacts): boolean {
  const rule = `@id("planted") forbid (principal, action == Action::"approve", resource) when { ${condition} };`;
  const policy = createPolicy(readPolicies(copyRegistry({ 'policies/planted.cedar': rule })), workingHours);
  const ask = { roles: ['approver' as const], teams: [], people: [] };
  const question: PolicyQuestion = {
    action: 'approve',
    principal: { kind: 'person', person: { id: 'ada', name: 'Ada', roles: ['approver'], teams: [] } },
    resource: {
      approval: 'a',
      process: 'p',
      point: 'reply',
      stage: 'review',
      ask,
      startedBy: 'sam',
      editors: [],
      barred: [],
    },
    context: { decision: 'approve', ...facts },
  };
  const decision = policy.decide(question);
  expect(decision).not.toHaveProperty('failure');
  return decision.kind === 'allowed';
}

test.for<[string, ApprovalFacts, ApprovalFacts]>([
  ['context has tier && context.tier == "gold"', { tier: 'gold' }, { tier: 'standard' }],
  ['context has country && context.country != "DE"', { country: 'CH' }, { country: 'DE' }],
  ['context has orderStatus && context.orderStatus == "delayed"', { orderStatus: 'delayed' }, {}],
  ['context has orderFound && context.orderFound == "address"', { orderFound: 'address' }, { orderFound: 'number' }],
  ['context has model && context.model.urgency == "high"', { model }, { model: { ...model, urgency: 'low' } }],
  ['context has model && context.model.confidence < 90', { model }, { model: { ...model, confidence: 90 } }],
])('a rule may weigh it: %s', ([condition, forbidden, allowed]) => {
  expect(mayApprove(condition, forbidden)).toBe(false);
  expect(mayApprove(condition, allowed)).toBe(true);
  expect(mayApprove(condition, {})).toBe(true);
});
