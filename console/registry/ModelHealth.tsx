import type { ModelHealth as Health, ModelBreaker, ModelFigures } from '#contracts/http/registry-models.ts';
import { sayCount } from '../format/amounts.ts';
import { saySpan } from '../format/span.ts';
import { sayWhen } from '../format/when.ts';
import { Facts } from '../parts/Facts.tsx';
import { Moment } from '../parts/Moment.tsx';
import { State, type Tone } from '../parts/State.tsx';
import { modelFailureTexts } from '../texts/model-failure-texts.ts';
import { registryTexts } from '../texts/registry-texts.ts';

const words = registryTexts.model;
const tones: Record<Health['kind'], Tone> = {
  'not-asked': 'over',
  answers: 'good',
  falters: 'warning',
  fails: 'wrong',
  quiet: 'over',
};

export function HealthState({ figures }: { figures: ModelFigures | undefined }) {
  if (!figures) return null;
  const { breaker, health } = figures;
  if (breaker.kind !== 'closed') return <State tone="wrong">{words.breaker[breaker.kind]}</State>;
  return <State tone={tones[health.kind]}>{words.health[health.kind]}</State>;
}

/** What a model's calls of late came to. */
export function ModelHealth({ figures }: { figures: ModelFigures | undefined }) {
  if (!figures) return null;
  const { breaker, health, reached } = figures;
  return (
    <>
      {reached ? null : <p>{words.unreached}</p>}
      <LeftAlone breaker={breaker} />
      {health.kind === 'not-asked' ? null : <CallsOfLate health={health} />}
    </>
  );
}

/** Since when nobody asks it, and until when; how its last failure was classed. */
function LeftAlone({ breaker }: { breaker: ModelBreaker }) {
  if (breaker.kind === 'closed') return null;
  const why = breaker.lastFailure ? modelFailureTexts[breaker.lastFailure.failure] : '';
  const since = words.leftAlone(sayWhen(breaker.since), why);
  return (
    <p>
      {since} {breaker.kind === 'open' ? words.triedAfter(sayWhen(breaker.until)) : null}
    </p>
  );
}

function CallsOfLate({ health }: { health: Exclude<Health, { kind: 'not-asked' }> }) {
  const { calls, answered, since, lastAt, lastFailure, latencyMs } = health;
  return (
    <Facts
      facts={[
        {
          name: words.calls,
          value: `${words.answered(sayCount(answered), sayCount(calls))}, ${words.since(sayWhen(since))}`,
        },
        { name: words.latency, value: latencyMs && words.latencyOf(saySpan(latencyMs.p50), saySpan(latencyMs.p90)) },
        { name: words.lastAsked, value: <Moment at={lastAt} /> },
        {
          name: words.lastFailure,
          value: lastFailure ? (
            <>
              <Moment at={lastFailure.at} />, {lastFailure.why}
            </>
          ) : null,
        },
      ]}
    />
  );
}
