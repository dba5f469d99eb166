import type { SignedDecision } from '#contracts/approval.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import { canonicalJson, digestOf } from '#platform/canonical/digest.ts';

/** SHA-256 of exactly what an approver sees: what will be done, and what it was made from. */
export function approvalDigest(shown: { action: OutgoingMessage; evidenceDigest: string }): string {
  return digestOf({ action: shown.action, evidence: shown.evidenceDigest });
}

/** The bytes a decision's signature covers. */
export function decisionStatement(decision: SignedDecision): Uint8Array {
  return Buffer.from(canonicalJson(decision), 'utf8');
}
