import type { RunDetail } from '#contracts/http/run.ts';
import { isDamaged, outcomeTones } from '../parts/RunState.tsx';
import { State, type Tone } from '../parts/State.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { runTexts } from '../texts/run-texts.ts';
import { runsTexts } from '../texts/runs-texts.ts';
import { RunPaused } from './RunPaused.tsx';
import { sayNow } from './say-now.ts';

/** Where the run stands, in words, and what there is to do about it. */
export function RunSummary({ detail }: { detail: RunDetail }) {
  const nameOf = usePersonName();
  const { run } = detail;
  if (isDamaged(run)) {
    const { title, what, next } = runTexts.changed;
    const end = { title, what, next: run.status === 'closed' ? next.closed : next.open };
    return <Ended end={end} tone="wrong" />;
  }
  if (run.outcome) return <Ended end={runTexts.ends[run.outcome]} tone={outcomeTones[run.outcome]} />;
  if (run.paused && !run.cancelRequested) return <RunPaused pauses={detail.pauses} since={run.paused.since} />;
  return (
    <section className="card run-summary" data-tone={run.stuckSince ? 'wrong' : 'going'} aria-labelledby="summary">
      <h2 id="summary">{run.stuckSince ? runTexts.stuck.title : sayNow(detail, nameOf)}</h2>
      {run.stuckSince ? <p>{runTexts.stuck.next}</p> : null}
      {run.cancelRequested ? <State tone="warning">{runsTexts.cancelling}</State> : null}
    </section>
  );
}

interface EndedProps {
  end: { title: string; what: string; next: string };
  tone: Tone;
}

/** What it came to, and what comes next. */
function Ended({ end, tone }: EndedProps) {
  return (
    <section className="card run-summary" data-tone={tone} aria-labelledby="summary">
      <h2 id="summary">{end.title}</h2>
      <p>{end.what}</p>
      <p>
        <strong>{runTexts.next}</strong> {end.next}
      </p>
    </section>
  );
}
