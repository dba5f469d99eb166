import type { SignedDecision } from '#contracts/approval.ts';
import type { TaskAction } from '#contracts/owning.ts';
import { canonicalJson, digestOf } from '#platform/canonical/digest.ts';

/** The task a decision is about: on whose word it may be done, and who may not give it since they started the run. */
export interface TaskTerms {
  runId: string;
  process: string;
  point: string;
  role: string;
  startedBy: string;
  /** Null where the task was opened before tasks had stages. */
  terms: unknown;
}

/** SHA-256 of exactly what is decided on: what will be done, what it was made from, and on whose word. */
export function approvalDigest(shown: { action: TaskAction; evidenceDigest: string; task: TaskTerms }): string {
  const { runId, process, point, role, startedBy, terms } = shown.task;
  const task = { runId, process, point, role, startedBy, ...(terms === null ? {} : { terms }) };
  return digestOf({ action: shown.action, evidence: shown.evidenceDigest, task });
}

/** The bytes a decision's signature covers. */
export function decisionStatement(decision: SignedDecision): Uint8Array {
  return Buffer.from(canonicalJson(decision), 'utf8');
}
