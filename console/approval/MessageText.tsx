import type { NumberedClaim } from '#contracts/claim.ts';
import { approvalTexts } from '../texts/approval-texts.ts';
import { MarkedText } from './MarkedText.tsx';

const shownAtOnce = 6_000;

/** The words of a message as they are: no markup in them means anything. */
export function MessageText({ text, claims = [] }: { text: string; claims?: readonly NumberedClaim[] }) {
  // What is marked is not cut in two.
  const across = claims.find(({ field, start, end }) => field === 'text' && start < shownAtOnce && end > shownAtOnce);
  const cut = across?.end ?? shownAtOnce;
  return (
    <div className="message-text">
      <pre>
        <MarkedText text={text.slice(0, cut)} field="text" claims={claims.filter(({ end }) => end <= cut)} />
      </pre>
      {text.length > cut ? (
        <details>
          <summary>{approvalTexts.rest}</summary>
          <pre>
            <MarkedText text={text.slice(cut)} field="text" claims={behind(claims, cut)} />
          </pre>
        </details>
      ) : null}
    </div>
  );
}

function behind(claims: readonly NumberedClaim[], cut: number): NumberedClaim[] {
  return claims
    .filter(({ start }) => start >= cut)
    .map((claim) => ({ ...claim, start: claim.start - cut, end: claim.end - cut }));
}
