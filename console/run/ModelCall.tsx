import type { ModelCallRecord } from '#contracts/http/timeline.ts';
import { sayCount, sayMicros, sayShare } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { saySpan } from '../format/span.ts';
import { Facts } from '../parts/Facts.tsx';
import { texts } from '../texts/index.ts';

const words = texts.run.model;

/** Which model answered to what, how sure it was, and what that took. */
export function ModelCall({ call, text }: { call: ModelCallRecord; text: string }) {
  const sure = call.confidence === undefined ? '' : sayShare(call.confidence);
  const name = call.rehearsal ? words.rehearsed(call.version) : call.version;
  const model = [call.version, call.rehearsal ? words.rehearsal : call.provider, call.region].join(', ');
  return (
    <>
      <p className="soft">
        {words.said(name, words.results[call.result ?? 'answer'] ?? labelOf(call.result ?? ''), sure)}
      </p>
      {call.repaired ? <p>{words.repaired}</p> : null}
      <details className="small">
        <summary>{words.more}</summary>
        <Facts
          facts={[
            { name: words.model, value: model },
            { name: words.prompt, value: words.promptOf(call.prompt, sayCount(call.promptVersion)) },
            { name: words.sure, value: sure },
            { name: words.tokens, value: words.tokensOf(sayCount(call.inputTokens), sayCount(call.outputTokens)) },
            { name: words.cost, value: costOf(call) },
            { name: words.took, value: saySpan(call.latencyMs) },
          ]}
        />
        <p className="model-call-text soft">{text}</p>
      </details>
    </>
  );
}

function costOf({ cost }: ModelCallRecord): string {
  return cost.kind === 'known' ? sayMicros(cost.micros, cost.currency) : words.costUnknown;
}
