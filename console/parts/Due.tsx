import { saySpan } from '../format/span.ts';
import { sayExactly } from '../format/when.ts';
import { inboxTexts } from '../texts/inbox-texts.ts';
import { useNow } from './use-now.ts';

const soonMs = 3_600_000;
const minuteMs = 60_000;

/** How long there still is, as it runs; the exact time on pointing at it. */
export function Due({ at }: { at: string }) {
  const left = Date.parse(at) - useNow();
  const said = saySpan(Math.max(Math.round(Math.abs(left) / minuteMs), 1) * minuteMs);
  return (
    <time className="due figures" data-tone={toneOf(left)} dateTime={at} title={sayExactly(at)}>
      {left > 0 ? inboxTexts.dueIn(said) : inboxTexts.overdueBy(said)}
    </time>
  );
}

function toneOf(left: number): 'calm' | 'soon' | 'late' {
  if (left <= 0) return 'late';
  return left < soonMs ? 'soon' : 'calm';
}
