import type { FailedModelCall } from '#contracts/http/timeline.ts';
import { saySpan } from '../format/span.ts';
import { runTexts } from '../texts/run-texts.ts';

const words = runTexts.model;

/** Which model brought no answer, why, and when it may be asked again. */
export function FailedCall({ call, why }: { call: FailedModelCall; why: string }) {
  const { model, failure, repaired, isProbe, retryAfterMs } = call;
  return (
    <>
      <p>{words.failed(model, words.failures[failure], why)}</p>
      {retryAfterMs === undefined ? null : <p>{words.comeAgain(saySpan(retryAfterMs))}</p>}
      {repaired ? <p>{words.repaired}</p> : null}
      {isProbe ? <p>{words.probe}</p> : null}
    </>
  );
}
