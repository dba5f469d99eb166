import type { Claim, NumberedClaim } from '#contracts/claim.ts';
import { markedParts } from '#contracts/marked-parts.ts';
import { approvalTexts } from '../texts/approval-texts.ts';
import { focusOnReason, markId } from './claim-places.ts';

interface MarkedTextProps {
  text: string;
  field: Claim['field'];
  claims: readonly NumberedClaim[];
}

/** A text with what no record has marked; the number at each mark, no part of the text, leads to why it is. */
export function MarkedText({ text, field, claims }: MarkedTextProps) {
  let at = 0;
  return markedParts(text, claims, field).map(({ text: words, claim }) => {
    const key = at;
    at += words.length;
    return claim === null ? <span key={key}>{words}</span> : <Mark key={key} words={words} claim={claim} />;
  });
}

function Mark({ words, claim: { number, because } }: { words: string; claim: NumberedClaim }) {
  return (
    <>
      <mark id={markId(number)} className="unfounded" tabIndex={-1} title={because}>
        {words}
      </mark>
      <button
        type="button"
        className="claim-number"
        data-number={number}
        aria-label={approvalTexts.unfounded.mark(String(number), because)}
        onClick={() => focusOnReason(number)}
      />
    </>
  );
}
