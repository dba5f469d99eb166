import type { ApprovalFacts, Audience } from './approval-terms.ts';
import type { BudgetScope } from './budget.ts';
import type { DataFacts, PurposeFacts } from './data-facts.ts';
import type { MessageClass } from './message.ts';
import type { Person } from './person.ts';
import type { SwitchTarget } from './switch.ts';

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
  | { action: 'manageKnowledge'; principal: Principal; resource: { document: string; owner: string } }
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
      action: 'grantBudget';
      principal: Principal;
      resource: { budget: string; per: BudgetScope };
      /** Whether it goes to what whoever grants it has started. */
      context: { own: boolean };
    }
  | {
      action: 'callModel';
      principal: Principal;
      /** `priced`: the registry has a price with its source. */
      resource: Omit<CalledModel, 'version'> & { region: string; onPremises: boolean; priced: boolean };
      /** `redacted`: personal data was taken out of the text. */
      context: DataFacts & PurposeFacts & { prompt: string; redacted: boolean };
    }
  | {
      action: 'sendOut';
      principal: Principal;
      resource: { connector: string };
      context: DataFacts & PurposeFacts & SendingFacts;
    }
  | {
      action: 'readData' | 'writeRecord';
      principal: Principal;
      resource: { connector: string };
      context: DataFacts & PurposeFacts & { record: string };
    }
  | {
      action: 'useTool';
      principal: Principal;
      resource: { tool: string; connector: string };
      context: DataFacts & PurposeFacts & ToolFacts;
    }
  | { action: 'export'; principal: Principal; resource: { export: string }; context: { purpose: string } }
  | { action: 'approve'; principal: Principal; resource: TaskToDecide; context: ApprovalFacts & { decision: string } }
  | {
      action: 'completeApproval';
      principal: Principal;
      resource: TaskToDecide;
      /** How many people agree on this text in the last stage, and whether one of them changed it. */
      context: ApprovalFacts & { approvers: number; edited: boolean };
    };

/** A model as a run means it: the registry says where that one is. */
export interface CalledModel {
  model: string;
  provider: string;
  /** What the provider calls it. */
  version: string;
  rehearsal: boolean;
}

/** What the guard is asked of an effect; what its data may be used for, and where it goes, is not for the effect to say. */
export type EffectQuestion = WithoutPlace<WithoutPurpose<PolicyQuestion>>;

type WithoutPurpose<Question> = Question extends { context: PurposeFacts }
  ? Omit<Question, 'context'> & { context: Omit<Question['context'], keyof PurposeFacts> }
  : never;

type WithoutPlace<Question> = Question extends { action: 'callModel' }
  ? Omit<Question, 'resource'> & { resource: CalledModel }
  : Question;

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

/** What policies weigh of a message that is to leave. */
export interface SendingFacts {
  messageClass: MessageClass;
  /** A signed decision covers exactly this message. */
  approved: boolean;
  /** So many people agreed to it. */
  approvals: number;
  /** It goes to the person the run is about. */
  toSubject: boolean;
  /** It goes to a colleague, at the address that the registry knows now. */
  toStaff: boolean;
  /** Nothing was ever sent to that person before. */
  firstMessage: boolean;
  /** How many things it says that no record has. */
  unfounded: number;
  /** What the decision gives away, in minor units of the currency. */
  amount?: number | undefined;
  currency?: string | undefined;
  /** How sure a model was of what the message is about, in hundredths. */
  confidence?: number | undefined;
}

/** What policies weigh of what a tool is to do. */
export interface ToolFacts {
  /** A signed decision covers exactly these arguments. */
  approved: boolean;
  /** So many people agreed to them. */
  approvals: number;
  /** What it gives away, in minor units of the currency. */
  amount?: number | undefined;
  currency?: string | undefined;
}

/** What would heal a refusal, from the weakest to the strongest; of several, the strongest stands. */
export const refusals = ['redact', 'other-candidate', 'person', 'denied'] as const;

export type PolicyDecision = {
  /** Ids of the policies that decided. */
  policies: readonly string[];
  /** SHA-256 of the policy set used. */
  policySet: string;
} & (
  | { kind: 'allowed' }
  /** Once personal data has been taken out, it is asked again. */
  | { kind: 'redact' }
  /** Another model or system may do it. */
  | { kind: 'other-candidate' }
  /** A person has to look at it, or somebody else. */
  | { kind: 'person' }
  /** Nothing heals it. `failure`: the evaluation itself failed. */
  | { kind: 'denied'; failure?: string }
);

export interface PolicyPort {
  decide(question: PolicyQuestion): PolicyDecision;
}
