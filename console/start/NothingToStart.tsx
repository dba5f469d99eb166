import { Notice } from '../states/Notice.tsx';
import { startTexts } from '../texts/start-texts.ts';

/** Says that starting is for others, and how to become one of them. */
export function NothingToStart() {
  return (
    <Notice tone="calm" title={startTexts.notYours.title}>
      <p>{startTexts.notYours.advice}</p>
    </Notice>
  );
}
