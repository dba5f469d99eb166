import type { ModelCallRecord } from '#contracts/http/timeline.ts';
import { sayCount, sayMicros, sayShare } from '../format/amounts.ts';
import { saySpan } from '../format/span.ts';
import { Facts } from '../parts/Facts.tsx';
import { runTexts } from '../texts/run-texts.ts';
import { sayTokens } from './say-tokens.ts';

const words = runTexts.model;

/** Which model, which prompt, and what the call took. */
export function ModelFigures({ call }: { call: ModelCallRecord }) {
  const model = [call.version, call.rehearsal ? words.rehearsal : call.provider, call.region].join(', ');
  return (
    <Facts
      facts={[
        { name: words.model, value: model },
        { name: words.prompt, value: words.promptOf(call.prompt, sayCount(call.promptVersion)) },
        { name: words.sure, value: sureOf(call) },
        { name: words.tokens, value: sayTokens(call) },
        { name: words.cost, value: costOf(call) },
        { name: words.took, value: saySpan(call.latencyMs) },
      ]}
    />
  );
}

function costOf({ cost }: ModelCallRecord): string {
  return cost.kind === 'known' ? sayMicros(cost.micros, cost.currency) : words.costUnknown;
}

function sureOf({ confidence, confidenceFrom }: ModelCallRecord): string {
  if (confidence === undefined) return '';
  if (confidenceFrom && confidenceFrom.failed.length > 0) return words.namesUnknownOrder;
  if (confidenceFrom && confidence < confidenceFrom.said)
    return words.sureByChoice(sayShare(confidence), sayShare(confidenceFrom.said));
  return sayShare(confidence);
}
