import type { Claim } from '#contracts/claim.ts';
import { markedParts } from '#contracts/marked-parts.ts';

interface MarkedTextProps {
  text: string;
  field: Claim['field'];
  claims: readonly Claim[];
}

/** A text with what no record has marked, and why at each mark. */
export function MarkedText({ text, field, claims }: MarkedTextProps) {
  let at = 0;
  return markedParts(text, claims, field).map((part) => {
    const key = at;
    at += part.text.length;
    return part.claim === null ? (
      <span key={key}>{part.text}</span>
    ) : (
      <mark key={key} className="unfounded" title={part.claim.because}>
        {part.text}
      </mark>
    );
  });
}
