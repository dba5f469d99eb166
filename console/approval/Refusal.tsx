import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { sayWhen } from '../format/when.ts';
import { usePersonName } from '../parts/use-person-name.ts';
import { Notice } from '../states/Notice.tsx';
import { approvalTexts } from '../texts/approval-texts.ts';

const words = approvalTexts.refused;

/** Why somebody who looks at an open task may not decide on it, or not in every way. */
export function Refusal({ task: { may } }: { task: ApprovalDetail }) {
  const nameOf = usePersonName();
  if (may.refusal === null) return null;
  const { code, title, detail, facts } = may.refusal;
  const isElsewhere = code === 'already-claimed' && typeof facts.claimedBy === 'string';
  const said = isElsewhere
    ? words.claimed(nameOf(String(facts.claimedBy)), sayWhen(String(facts.claimedAt)))
    : `${detail}.`;
  if (may.decide.length > 0) return <p className="strip">{said}</p>;
  return (
    <Notice tone="warning" title={title}>
      <p>{said}</p>
      <p>{isElsewhere ? words.claimedAdvice : words.advice}</p>
    </Notice>
  );
}
