import { Notice } from '../states/Notice.tsx';
import { texts } from '../texts/index.ts';

/** Says that the customer's words are not for whoever reads this, and who may see them. */
export function Withheld() {
  return (
    <Notice tone="calm" title={texts.run.withheld.title}>
      <p>{texts.run.withheld.advice}</p>
    </Notice>
  );
}
