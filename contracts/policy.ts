import type { ApprovalFacts, Audience } from './approval-terms.ts';
import type { Person } from './person.ts';
import type { SwitchTarget } from './switch.ts';

export type PolicyAction =
  | 'startRun'
  | 'readRun'
  | 'readPersonalData'
  | 'operateRun'
  | 'callModel'
  | 'sendOut'
  | 'writeRecord'
  | 'approve'
  | 'completeApproval'
  | 'manageApproval'
  | 'manageDelegation'
  | 'readApprovalStats'
  | 'readAuthority'
  | 'readSpending'
  | 'decodePayload'
  | 'pullSwitch'
  | 'liftSwitch';

export type Principal = { kind: 'person'; person: Person } | { kind: 'process'; process: string };

/** A question to the policy: may this one do this to that, given these facts? */
export type PolicyQuestion =
  | { action: 'startRun'; principal: Principal; resource: { process: string }; context: { trigger: string } }
  | { action: 'readRun'; principal: Principal; resource: { run: string; process: string; startedBy: string } }
  | { action: 'readPersonalData'; principal: Principal; resource: { run: string; process: string; startedBy: string } }
  | { action: 'operateRun'; principal: Principal; resource: { run: string; process: string; startedBy: string } }
  | { action: 'readApprovalStats'; principal: Principal; resource: { person: string } }
  | { action: 'readAuthority'; principal: Principal; resource: { person: string } }
  | { action: 'readSpending'; principal: Principal; resource: { spending: 'models' } }
  | { action: 'manageApproval'; principal: Principal; resource: TaskToDecide }
  | { action: 'manageDelegation'; principal: Principal; resource: { delegation: string } }
  | { action: 'decodePayload'; principal: Principal; resource: { run: string } }
  | { action: 'pullSwitch'; principal: Principal; resource: { target: SwitchTarget } }
  | {
      action: 'liftSwitch';
      principal: Principal;
      resource: { target: SwitchTarget };
      /** Whether whoever lifts it pulled it. */
      context: { own: boolean };
    }
  | {
      action: 'callModel';
      principal: Principal;
      resource: { model: string; provider: string; region: string; rehearsal: boolean };
      context: { prompt: string };
    }
  | {
      action: 'sendOut';
      principal: Principal;
      resource: { connector: string };
      /** `approved`: a signed decision covers exactly this message. `toSubject`: the recipient is who the run is about. */
      context: { messageClass: string; approved: boolean; toSubject: boolean; toStaff: boolean };
    }
  | { action: 'writeRecord'; principal: Principal; resource: { connector: string }; context: { record: string } }
  | { action: 'approve'; principal: Principal; resource: TaskToDecide; context: ApprovalFacts & { decision: string } }
  | {
      action: 'completeApproval';
      principal: Principal;
      resource: TaskToDecide;
      /** How many people agree on this text in the last stage, and whether one of them changed it. */
      context: ApprovalFacts & { approvers: number; edited: boolean };
    };

/** A task as policies see it: whom its stage asks, who started its run, who changed its text, and who handed in what it rests on. */
export interface TaskToDecide {
  approval: string;
  process: string;
  point: string;
  stage: string;
  ask: Audience;
  startedBy: string;
  editors: readonly string[];
  barred: readonly string[];
}

export interface PolicyDecision {
  allowed: boolean;
  /** Ids of the policies that decided. */
  policies: readonly string[];
  /** SHA-256 of the policy set used. */
  policySet: string;
  /** Set where the evaluation itself failed; always a refusal. */
  failure?: string;
}

export interface PolicyPort {
  decide(question: PolicyQuestion): PolicyDecision;
}
