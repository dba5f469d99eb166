import { Notice } from '../states/Notice.tsx';
import { runTexts } from '../texts/run-texts.ts';

/** Says that the customer's words are not for whoever reads this, and who may see them. */
export function Withheld() {
  return (
    <Notice tone="calm" title={runTexts.withheld.title}>
      <p>{runTexts.withheld.advice}</p>
    </Notice>
  );
}
