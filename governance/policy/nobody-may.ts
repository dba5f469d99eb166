import type { DataFacts, PurposeFacts } from '#contracts/data-facts.ts';
import type { PolicyQuestion, Principal, SendingFacts } from '#contracts/policy.ts';

const stranger: Principal = { kind: 'person', person: { id: 'nobody-here', name: 'Nobody', roles: [], teams: [] } };
const process: Principal = { kind: 'process', process: 'none-here' };
const run = { run: 'run_none', process: 'none-here', startedBy: 'somebody-else' };

const anything: DataFacts & PurposeFacts = {
  categories: ['personal.name', 'special.health', 'financial.card', 'secret', 'untrusted', 'unknown'],
  purpose: 'unknown',
  collectedFor: [],
  jurisdiction: 'unknown',
  tainted: true,
};

const unasked: SendingFacts = {
  messageClass: 'reply',
  approved: false,
  approvals: 0,
  toSubject: false,
  toStaff: false,
  firstMessage: true,
  unfounded: 1,
};

const task = {
  approval: 'apr_none',
  process: 'none-here',
  point: 'none-here',
  stage: 'review',
  ask: { roles: [], teams: [], people: [] },
  startedBy: 'somebody-else',
  editors: [],
  barred: [],
};

/** What is right in no firm, whatever it does: a set of policies that lets it pass is a mistake. */
export const nobodyMay: readonly { what: string; question: PolicyQuestion }[] = [
  {
    what: 'somebody without a role start a run',
    question: {
      action: 'startRun',
      principal: stranger,
      resource: { process: 'none-here' },
      context: { trigger: 'api' },
    },
  },
  {
    what: 'somebody without a role read what runs are about',
    question: { action: 'readPersonalData', principal: stranger, resource: run },
  },
  {
    what: 'somebody without a role cancel and repair runs',
    question: { action: 'operateRun', principal: stranger, resource: run },
  },
  {
    what: 'somebody without a role read sealed contents',
    question: { action: 'decodePayload', principal: stranger, resource: { run: 'run_none' } },
  },
  {
    what: 'somebody without a role decide on tasks that ask others',
    question: { action: 'approve', principal: stranger, resource: task, context: { decision: 'approve' } },
  },
  {
    what: 'somebody without a role give tasks to others',
    question: { action: 'manageApproval', principal: stranger, resource: task },
  },
  {
    what: 'somebody without a role export records',
    question: {
      action: 'export',
      principal: stranger,
      resource: { export: 'ledger' },
      context: { purpose: 'unknown' },
    },
  },
  {
    what: 'a process put data of any kind into a model in a place that nobody knows',
    question: {
      action: 'callModel',
      principal: process,
      resource: {
        model: 'none',
        provider: 'none',
        region: 'unknown',
        onPremises: false,
        priced: false,
        rehearsal: false,
      },
      context: { ...anything, prompt: 'none', redacted: false },
    },
  },
  {
    what: 'a process send a stranger what nobody agreed to',
    question: {
      action: 'sendOut',
      principal: process,
      resource: { connector: 'none' },
      context: { ...anything, ...unasked },
    },
  },
];
