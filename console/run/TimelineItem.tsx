import type { TimelineEntry, TimelineKind } from '#contracts/http/timeline.ts';
import { labelOf } from '../format/label-of.ts';
import { saySpan } from '../format/span.ts';
import { sayClock, sayExactly } from '../format/when.ts';
import { Facts } from '../parts/Facts.tsx';
import { State, type Tone } from '../parts/State.tsx';
import { texts } from '../texts/index.ts';
import { ModelCall } from './ModelCall.tsx';

const worthSayingMs = 1_000;

const tones: Partial<Record<TimelineKind, Tone>> = {
  refused: 'wrong',
  'task-opened': 'warning',
  decision: 'good',
  operator: 'warning',
};

const resultTones = { done: 'over', failed: 'wrong', unknown: 'warning', pending: 'going' } as const;

/** One thing that happened: when, what, and on request how it was judged. */
export function TimelineItem({ entry, before }: { entry: TimelineEntry; before: TimelineEntry | undefined }) {
  const later = before ? Date.parse(entry.at) - Date.parse(before.at) : 0;
  return (
    <li className="timeline-item" data-tone={toneOf(entry)}>
      <div className="timeline-time figures">
        <time dateTime={entry.at} title={sayExactly(entry.at)}>
          {sayClock(entry.at)}
        </time>
        {later >= worthSayingMs ? <span>{texts.run.since(saySpan(later))}</span> : null}
      </div>
      <div className="timeline-what">
        <h3>
          {texts.run.kinds[entry.kind]}
          {entry.step ? <span className="soft small">{labelOf(entry.step)}</span> : null}
          {entry.result && entry.result !== 'done' ? (
            <State tone={resultTones[entry.result]}>{texts.run.results[entry.result]}</State>
          ) : null}
        </h3>
        {entry.modelCall ? (
          <ModelCall call={entry.modelCall} text={entry.text} />
        ) : (
          <p className="soft">{entry.text}</p>
        )}
        {entry.stages ? <Judged stages={entry.stages} /> : null}
      </div>
    </li>
  );
}

function toneOf({ kind, result }: TimelineEntry): Tone | undefined {
  if (result && result !== 'done') return resultTones[result];
  return tones[kind];
}

function Judged({ stages }: { stages: NonNullable<TimelineEntry['stages']> }) {
  const facts = stages.map(({ stage, verdict, detail }) => ({
    name: texts.run.stages[stage] ?? labelOf(stage),
    value: [texts.run.verdicts[verdict] ?? labelOf(verdict), detail].filter(Boolean).join(': '),
  }));
  return (
    <details className="small">
      <summary>{texts.run.judged}</summary>
      <Facts facts={facts} />
    </details>
  );
}
