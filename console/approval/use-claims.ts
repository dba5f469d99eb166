import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type NumberedClaim, numberedIn } from '#contracts/claim.ts';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { mostChecked } from '#contracts/http/claims.ts';
import { claimsQuery } from '../ask/approvals.ts';
import { useSettled } from '../parts/use-settled.ts';
import { editedIn } from './task-draft.ts';
import type { DecisionForm } from './use-decision.ts';

const settleMs = 400;

/** How what is shown was found: with the task, or in the text as it is typed. */
export type ClaimsCheck = 'drafted' | 'checking' | 'checked' | 'failed' | 'too-long';

export interface ClaimsNow {
  claims: readonly NumberedClaim[];
  check: ClaimsCheck;
}

/** What the message says that no record has: as it was drafted, or found anew once typing rests. */
export function useClaims(task: ApprovalDetail, { draft, choice }: DecisionForm): ClaimsNow {
  const { subject, text } = choice === 'edit' ? editedIn(draft, task.action) : {};
  const typed = JSON.stringify({ subject, text });
  const settled = useSettled(typed, settleMs);
  const isChanged = Boolean(subject?.trim() || text?.trim());
  const isTooLong = (text?.length ?? 0) > mostChecked;
  const asked = settled === typed && isChanged && !isTooLong;
  const found = useQuery({
    ...claimsQuery(task, { ...(subject?.trim() ? { subject } : {}), ...(text?.trim() ? { text } : {}) }),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  if (!isChanged) return { claims: numberedIn(task.claims), check: 'drafted' };
  const claims = numberedIn(found.data?.claims ?? task.claims);
  if (isTooLong) return { claims, check: 'too-long' };
  if (found.isError) return { claims, check: 'failed' };
  return { claims, check: asked && found.isSuccess && !found.isPlaceholderData ? 'checked' : 'checking' };
}
