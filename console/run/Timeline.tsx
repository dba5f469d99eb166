import type { TimelineEntry } from '#contracts/http/timeline.ts';
import { texts } from '../texts/index.ts';
import { TimelineItem } from './TimelineItem.tsx';

interface TimelineProps {
  entries: readonly TimelineEntry[];
  /** What goes on now; nothing once the run is over. */
  now: string | undefined;
}

/** What happened, in order, with the time that lay between. */
export function Timeline({ entries, now }: TimelineProps) {
  if (entries.length === 0) return <p className="soft">{texts.run.nothingYet}</p>;
  const placed = entries.map((entry, index) => ({ entry, before: entries[index - 1], place: `${index} ${entry.at}` }));
  return (
    <ol className="timeline">
      {placed.map(({ entry, before, place }) => (
        <TimelineItem key={place} entry={entry} before={before} />
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
