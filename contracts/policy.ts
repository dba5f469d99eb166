import type { Person } from './person.ts';

export type PolicyAction =
  | 'startRun'
  | 'readRun'
  | 'operateRun'
  | 'callModel'
  | 'sendOut'
  | 'writeRecord'
  | 'approve'
  | 'decodePayload';

export type Principal = { kind: 'person'; person: Person } | { kind: 'process'; process: string };

/** A question to the policy: may this one do this to that, given these facts? */
export type PolicyQuestion =
  | { action: 'startRun'; principal: Principal; resource: { process: string }; context: { trigger: string } }
  | { action: 'readRun'; principal: Principal; resource: { run: string; process: string; startedBy: string } }
  | { action: 'operateRun'; principal: Principal; resource: { run: string; process: string; startedBy: string } }
  | { action: 'decodePayload'; principal: Principal; resource: { run: string } }
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
  | {
      action: 'approve';
      principal: Principal;
      resource: { approval: string; process: string; point: string; role: string; startedBy: string };
      context: { decision: string };
    };

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
