import type { TimelineEntry, TimelineKind } from '#contracts/http/timeline.ts';
import { sayCount } from '../format/amounts.ts';
import { saySpan } from '../format/span.ts';
import { sayClock, sayExactly } from '../format/when.ts';
import { Folded } from '../parts/Folded.tsx';
import { State, type Tone } from '../parts/State.tsx';
import { useNames } from '../parts/use-names.ts';
import { runTexts } from '../texts/run-texts.ts';
import { FailedCall } from './FailedCall.tsx';
import { ModelCall } from './ModelCall.tsx';
import { ModelWords } from './ModelWords.tsx';
import { OnRecord } from './OnRecord.tsx';
import { PassedOverModels } from './PassedOverModels.tsx';
import { sayEntry } from './say-entry.ts';

const words = runTexts;
const worthSayingMs = 1_000;

const tones: Partial<Record<TimelineKind, Tone>> = {
  refused: 'wrong',
  'task-opened': 'warning',
  decision: 'good',
  operator: 'warning',
};

const resultTones = { done: 'over', failed: 'wrong', unknown: 'warning', pending: 'going' } as const;

interface TimelineItemProps {
  run: string;
  entry: TimelineEntry;
  before: TimelineEntry | undefined;
  /** What people call its step, where it belongs to one. */
  title: string | undefined;
  /** Where the picture of the process leads to, for the first entry of each step. */
  step: string | undefined;
  /** Whether what was said may be asked for. */
  sees: boolean;
  /** Whether what is on record is shown with it. */
  recorded: boolean;
}

/** One thing that happened: when, what, how long it took and, on request, what a model said and what is on record. */
export function TimelineItem({ run, entry, before, title, step, sees, recorded }: TimelineItemProps) {
  const later = before ? Date.parse(entry.at) - Date.parse(before.at) : 0;
  return (
    <li className="timeline-item" data-tone={toneOf(entry)} data-step={step} tabIndex={step ? -1 : undefined}>
      <div className="timeline-time figures">
        <time dateTime={entry.at} title={sayExactly(entry.at)}>
          {sayClock(entry.at)}
        </time>
        {later >= worthSayingMs ? <span>{words.since(saySpan(later))}</span> : null}
      </div>
      <div className="timeline-what">
        <h3>
          {title ?? (entry.step === 'notify' ? words.notice : words.kinds[entry.kind])}
          <span className="soft small figures">{sayMeasures(entry)}</span>
          {entry.result && entry.result !== 'done' ? (
            <State tone={resultTones[entry.result]}>{words.results[entry.result]}</State>
          ) : null}
        </h3>
        {entry.passedOver ? <PassedOverModels models={entry.passedOver} /> : null}
        <Happened entry={entry} />
        {entry.call !== undefined && sees ? (
          <Folded title={words.words.open}>
            <ModelWords run={run} call={entry.call} />
          </Folded>
        ) : null}
        {recorded ? <OnRecord entry={entry} /> : null}
      </div>
    </li>
  );
}

function Happened({ entry }: { entry: TimelineEntry }) {
  const names = useNames();
  const { modelCall, failedCall, passedOver, kind, body } = entry;
  if (modelCall) return <ModelCall call={modelCall} />;
  if (failedCall) return <FailedCall call={failedCall} why={String(body.why)} />;
  return kind === 'note' && passedOver ? null : <p>{sayEntry(entry, names)}</p>;
}

/** How long it took and which try it was, as far as that is worth a word. */
function sayMeasures({ since, at, attempt, kind }: TimelineEntry): string {
  const tookMs = since === undefined ? 0 : Date.parse(at) - Date.parse(since);
  const took = kind === 'decision' || kind === 'task-closed' ? words.waited : words.tookSpan;
  return [attempt ? words.attempt(sayCount(attempt)) : '', tookMs > 0 ? took(saySpan(tookMs)) : '']
    .filter(Boolean)
    .join(', ');
}

function toneOf({ kind, result }: TimelineEntry): Tone | undefined {
  if (result && result !== 'done') return resultTones[result];
  return tones[kind];
}
