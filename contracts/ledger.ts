import type { ApprovalAct, VoidCode } from './approval.ts';
import type { SpentBudget } from './budget.ts';
import type { Blocked, StageRecord } from './guard.ts';
import type { PassedOver } from './passed-over.ts';
import type { StrayReason } from './question.ts';
import type { RunOutcome } from './run.ts';
import type { ShownData } from './shown-data.ts';
import type { WhyLeft } from './undo.ts';

/** What is done with what; the digest is of exactly that. */
interface EffectBody {
  step: string;
  effect: string;
  asset: string;
  digest: string;
  /** Under which the words of a model call are kept. Absent in entries older than that. */
  call?: string;
}

/** What data it uses. Absent in entries older than that. */
interface DataUsed {
  categories?: readonly string[];
}

interface WithoutOutcome {
  why: string;
  /** What is known of a model call besides. Absent in entries older than that. */
  record?: Readonly<Record<string, unknown>>;
}

/** What it came to of what was reserved in budgets; `unknown` counts as all of that. Absent where nothing was reserved. */
interface Spending {
  spent?: { tokens: number; micros: number | 'unknown' } | 'unknown';
}

/** Who asks at the API, where that is not known. */
export const unknownSender = 'api';

/** Everything the ledger may say. Bodies hold ids, states and digests, never personal content. */
export type LedgerStatement =
  | {
      kind: 'run-accepted';
      body: {
        process: string;
        version: number;
        snapshot: string;
        role: string;
        trigger: string;
        policies: readonly string[];
        policySet: string;
        parent?: string;
      };
    }
  | {
      kind: 'request-refused';
      body: {
        action: string;
        resource: string;
        code: string;
        policies: readonly string[];
        policySet?: string;
        /** Where it was refused before it was read: so many times since the entry before. */
        count?: number;
      };
    }
  | { kind: 'switch-pulled'; body: { switch: string; target: string } }
  /** `runs`: how many of its runs go on. */
  | { kind: 'switch-lifted'; body: { switch: string; target: string; runs: number } }
  | {
      kind: 'run-paused';
      body: {
        pause: string;
        step: string;
        switches: readonly string[];
        /** Models of which one has to answer. Absent where the run waits for switches alone. */
        models?: readonly string[];
        /** Budgets that have no room, with their figures. Absent where the run waits for something else. */
        budgets?: readonly SpentBudget[];
        why: string;
      };
    }
  /** Somebody gave a budget more than its limit: tokens, and millionths of the currency unit. */
  | {
      kind: 'budget-granted';
      body: { grant: string; budget: string; window: string; tokens: number; micros: number; run?: string };
    }
  /** Nobody told in time what a call came to: what was reserved for it counts as used. */
  | { kind: 'reservation-expired'; body: { call: string; tokens: number; micros: number } }
  /** Without a switch where a model answers again, or a budget has room. */
  | { kind: 'run-resumed'; body: { pause: string; switch?: string } }
  | { kind: 'cancel-requested'; body: { leaving: number } }
  | { kind: 'retry-requested'; body: { execution: number; from?: string } }
  | { kind: 'dispatch-undeliverable'; body: { sequence: number; kind: string; why: string } }
  | {
      kind: 'effect-intended';
      body: EffectBody & DataUsed & { stages: readonly StageRecord[]; passedOver?: readonly PassedOver[] };
    }
  | {
      kind: 'effect-refused';
      body: DataUsed & {
        step: string;
        effect: string;
        asset: string;
        stage: string;
        why: string;
        /** What would let it happen. Absent where nothing does, and in older entries. */
        heal?: Blocked['heal'];
      };
    }
  | {
      kind: 'effect-done';
      body: EffectBody & { result: string; record: Readonly<Record<string, unknown>> } & Spending;
    }
  | { kind: 'effect-failed'; body: EffectBody & WithoutOutcome & Spending }
  | { kind: 'effect-unknown'; body: EffectBody & WithoutOutcome & Spending }
  /** No model was asked that is not told of yet in what was intended since. */
  | { kind: 'models-passed-over'; body: { step: string; passedOver: readonly PassedOver[] } }
  | { kind: 'effect-reused'; body: { step: string; effect: string; digest: string; from: string } }
  | {
      kind: 'approval-opened';
      body: {
        approval: string;
        point: string;
        /** Whom the route names. */
        role: string;
        /** Absent in entries older than stages. */
        asks?: readonly string[];
        digest: string;
        reason: string;
        /** Absent where the message says nothing that no record has. */
        unfounded?: { claims: number; leadingAway: number };
        due: string;
        /** Absent in entries older than tasks that are due before they end. */
        expires?: string;
      };
    }
  | {
      kind: 'decision-made';
      body: {
        approval: string;
        decision: string;
        digest: string;
        shownDigest: string;
        signatureKey: string;
        /** People whose votes it completes. */
        with?: readonly string[];
        door?: 'link';
        onBehalfOf?: string;
        /** Whom a question goes to: customer, or person:ID. */
        questionTo?: string;
      };
    }
  | {
      kind: 'vote-given';
      body: {
        approval: string;
        decision: string;
        digest: string;
        shownDigest: string;
        signatureKey: string;
        stage: string;
        door?: 'link';
        onBehalfOf?: string;
      };
    }
  | { kind: 'approval-reminded'; body: { approval: string; step: number } }
  | { kind: 'approval-escalated'; body: { approval: string; step: number; asks: readonly string[] } }
  /** Nobody who is asked may agree; `told` are those who may manage the task, as far as mail reached them. */
  | { kind: 'approval-stranded'; body: { approval: string; told: readonly string[] } }
  /** Who is asked to own an enquiry, or owns it now. */
  | { kind: 'owner-chosen'; body: { step: string; owner: string; point: string; because: string } }
  /** From here on the run takes back what it did, and comes to `outcome` with that. */
  | { kind: 'undo-begun'; body: { outcome: RunOutcome; steps: readonly string[] } }
  /** `by`: the key of what took the step back. */
  | { kind: 'effect-undone'; body: { step: string; by: string; how: string } }
  /** What stays is somebody's to see to. */
  | { kind: 'effect-left'; body: { step: string; by: string; why: WhyLeft } }
  | { kind: 'left-seen-to'; body: { steps: readonly string[]; by: string } }
  | { kind: 'approval-claimed'; body: { approval: string; onBehalfOf?: string } }
  | { kind: 'approval-released'; body: { approval: string; claimedBy: string } }
  | { kind: 'approval-reassigned'; body: { approval: string; claimedBy?: string; to: string } }
  | { kind: 'approval-commented'; body: { approval: string; comment: string } }
  | { kind: 'approval-act-refused'; body: { approval: string; act: ApprovalAct; code: string; count?: number } }
  | { kind: 'delegation-made'; body: { delegation: string; from: string; to: string; starts: string; ends: string } }
  | { kind: 'delegation-ended'; body: { delegation: string; from: string; to: string } }
  /** Without a decision where it was refused before it was read; so many times since the entry before. */
  | { kind: 'decision-refused'; body: { approval: string; decision?: string; code: string; count?: number } }
  /** Links that nobody knows have no task. What was refused before its code was looked at: so many since the entry before. */
  | { kind: 'link-refused'; body: { approval?: string; code: string; count?: number } }
  | { kind: 'approval-closed'; body: { approval: string; state: 'expired' | 'withdrawn' } }
  | { kind: 'decision-void'; body: { approval: string; state: string; code: VoidCode } }
  | {
      kind: 'signal-ignored';
      body: {
        why: string;
        /** The task that waited; in entries older than `named`, whatever the signal named. */
        approval?: string;
        /** The question that waited. */
        question?: string;
        /** What the signal named, where that is something else. */
        named?: string;
      };
    }
  | { kind: 'question-opened'; body: { question: string; approval?: string; to: string } }
  | { kind: 'answer-received'; body: { question: string; from: string; fingerprint: string } }
  | { kind: 'question-closed'; body: { question: string; state: 'unanswered' | 'withdrawn'; expires?: string } }
  /** What stood in the row as an answer was not taken in here. */
  | { kind: 'answer-void'; body: { question: string } }
  /** A mail in the thread of a question that is not its answer; `run` is the one it started, if any. */
  | { kind: 'answer-refused'; body: { question: string; why: StrayReason; fingerprint: string; run?: string } }
  /** A customer wrote back to what another run had said, after that was over. */
  | { kind: 'run-continues'; body: { run: string } }
  | { kind: 'message-withdrawn'; body: { message: string } }
  | { kind: 'mail-ignored'; body: { why: string; fingerprint: string } }
  /** What a program goes by from now on: the hash of all, and what changed since it was last started. */
  | {
      kind: 'registry-loaded';
      body: { program: string; version: string; hash: string; assets: number; changed: readonly string[] };
    }
  | { kind: 'payload-decoded'; body: { minute: string } }
  /** Somebody was shown what a run is about: once for a stretch of time, however often they looked. */
  | { kind: 'data-shown'; body: { what: ShownData; since: string } }
  /** What the firm wrote down was taken in; `passages`: so many parts of it may be found. */
  | {
      kind: 'document-added';
      body: { document: string; version: number; sha256: string; audience: string; passages: number };
    }
  | { kind: 'document-revoked' | 'document-deleted'; body: { document: string; version: number } }
  | { kind: 'run-closed'; body: { outcome: RunOutcome; by: 'process' | 'reconciler' } };

export type LedgerRecord = LedgerStatement & {
  runId?: string;
  actor: string;
  /** What a person or a server said in its own words; kept sealed under the run's key, never in the body. */
  sealed?: string;
};
