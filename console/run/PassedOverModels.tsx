import type { PassedOver } from '#contracts/passed-over.ts';
import { sayWhen } from '../format/when.ts';
import { runTexts } from '../texts/run-texts.ts';

const words = runTexts.model;

/** Which models were not asked first, since when, and why. */
export function PassedOverModels({ models }: { models: readonly PassedOver[] }) {
  return models.map(({ model, since, until, why, isProbed }) => (
    <p key={model} className="soft">
      {words.passedOver(model, sayWhen(since), why)}{' '}
      {isProbed ? words.triedBySomebody : words.triedAfter(sayWhen(until))}
    </p>
  ));
}
