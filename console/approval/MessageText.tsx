import { approvalTexts } from '../texts/approval-texts.ts';

const shownAtOnce = 6_000;

/** The words of a message as they are: no markup in them means anything. */
export function MessageText({ text }: { text: string }) {
  return (
    <div className="message-text">
      <pre>{text.slice(0, shownAtOnce)}</pre>
      {text.length > shownAtOnce ? (
        <details>
          <summary>{approvalTexts.rest}</summary>
          <pre>{text.slice(shownAtOnce)}</pre>
        </details>
      ) : null}
    </div>
  );
}
