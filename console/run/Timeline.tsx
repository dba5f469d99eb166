import type { RunDetail } from '#contracts/http/run.ts';
import type { TimelineEntry } from '#contracts/http/timeline.ts';
import { runTexts } from '../texts/run-texts.ts';
import { TimelineItem } from './TimelineItem.tsx';

interface TimelineProps {
  detail: RunDetail;
  /** What goes on now; nothing once the run is over. */
  now: string | undefined;
  /** Whether what is on record is shown with each entry. */
  recorded: boolean;
}

/** What happened, in order, with the time that lay between. */
export function Timeline({ detail, now, recorded }: TimelineProps) {
  const { path, run, seesPersonalData, timeline } = detail;
  if (timeline.length === 0) return <p className="soft">{runTexts.nothingYet}</p>;
  const titles = new Map(path.steps.map(({ name, title }) => [name, title]));
  const steps = stepsLedTo(detail);
  return (
    <ol className="timeline">
      {timeline.map((entry, index) => (
        <TimelineItem
          key={placeOf(entry, index)}
          run={run.id}
          entry={entry}
          before={timeline[index - 1]}
          title={entry.step === undefined ? undefined : titles.get(entry.step)}
          step={steps.get(entry)}
          sees={seesPersonalData}
          recorded={recorded}
        />
      ))}
      {now ? (
        <li className="timeline-item" data-tone="going">
          <span className="timeline-time" />
          <div className="timeline-what soft">{now}</div>
        </li>
      ) : null}
    </ol>
  );
}

function placeOf({ at }: TimelineEntry, index: number): string {
  return `${index} ${at}`;
}

/** The entries that steps of the picture lead to: the first of each step, or the first since it began. */
function stepsLedTo({ path, timeline }: RunDetail): ReadonlyMap<TimelineEntry, string> {
  const led = new Map<TimelineEntry, string>();
  for (const { name, at } of path.steps) {
    const own = timeline.find(({ step }) => step === name);
    const first = own ?? timeline.find((entry) => at !== null && entry.at >= at && !led.has(entry));
    if (at !== null && first) led.set(first, name);
  }
  return led;
}
