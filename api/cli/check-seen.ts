import { type DecisionRequest, takesFields } from '#contracts/approval.ts';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { CliFailure, wrongUse } from './cli-failure.ts';

/** Throws where somebody changed the text since the task was opened, and no digest says that this is the text looked at. */
export function checkSeen(
  { id, state, words }: ApprovalDetail,
  { decision, digest }: { decision: DecisionRequest['decision']; digest?: string | undefined },
): void {
  if (digest !== undefined || state !== 'open' || !takesFields(decision)) return;
  const changed = words.findLast((word) => word.decision === 'edit' && word.isOnThisText);
  if (!changed) return;
  throw new CliFailure(
    `${changed.by} changed the text at ${changed.at}. Look at it by baton approvals show ${id}, and decide with --digest and the digest that stands there`,
    { exit: wrongUse },
  );
}
