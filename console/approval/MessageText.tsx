import type { Claim } from '#contracts/claim.ts';
import { approvalTexts } from '../texts/approval-texts.ts';
import { MarkedText } from './MarkedText.tsx';

const shownAtOnce = 6_000;

/** The words of a message as they are: no markup in them means anything. */
export function MessageText({ text, claims = [] }: { text: string; claims?: readonly Claim[] }) {
  return (
    <div className="message-text">
      <pre>
        <MarkedText
          text={text.slice(0, shownAtOnce)}
          field="text"
          claims={claims.filter(({ end }) => end <= shownAtOnce)}
        />
      </pre>
      {text.length > shownAtOnce ? (
        <details>
          <summary>{approvalTexts.rest}</summary>
          <pre>{text.slice(shownAtOnce)}</pre>
        </details>
      ) : null}
    </div>
  );
}
