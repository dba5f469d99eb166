import type { ModelCallRecord } from '#contracts/http/timeline.ts';
import { sayCount, sayMicros, sayShare } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { runTexts } from '../texts/run-texts.ts';
import { sayTokens } from './say-tokens.ts';

const words = runTexts.model;

/** Which model answered to what, how sure it was, and what that took. */
export function ModelCall({ call }: { call: ModelCallRecord }) {
  const { cost } = call;
  const sure = call.confidence === undefined ? '' : sayShare(call.confidence);
  const name = call.rehearsal ? words.rehearsed(call.version) : call.version;
  const result = words.results[call.result ?? 'unusable'] ?? labelOf(call.result ?? '');
  const price = cost.kind === 'known' ? sayMicros(cost.micros, cost.currency) : words.costUnknown;
  return (
    <>
      <p>{words.said(name, result, sure)}</p>
      <p className="soft small figures">
        {words.figures({
          prompt: words.promptOf(call.prompt, sayCount(call.promptVersion)),
          tokens: sayTokens(call),
          cost: price,
        })}
      </p>
      {call.repaired ? <p>{words.repaired}</p> : null}
      {call.isProbe ? <p>{words.probe}</p> : null}
    </>
  );
}
