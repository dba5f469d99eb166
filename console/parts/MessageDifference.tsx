import { approvalTexts } from '../texts/approval-texts.ts';
import { Difference } from './Difference.tsx';

type Message = { subject: string; text: string };

/** What somebody changed in a message before they agreed to it. */
export function MessageDifference({ before, after }: { before: Message; after: Message }) {
  const words = approvalTexts.edit;
  return (
    <>
      {after.subject === before.subject ? null : (
        <Difference name={words.subject} before={before.subject} after={after.subject} />
      )}
      {after.text === before.text ? null : <Difference name={words.text} before={before.text} after={after.text} />}
    </>
  );
}
