import type { RunDetail } from '#contracts/http/run.ts';
import { outcomeTones } from '../parts/RunState.tsx';
import { State } from '../parts/State.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { runTexts } from '../texts/run-texts.ts';
import { runsTexts } from '../texts/runs-texts.ts';
import { RunPaused } from './RunPaused.tsx';
import { sayNow } from './say-now.ts';

/** Where the run stands, in words, and what there is to do about it. */
export function RunSummary({ detail }: { detail: RunDetail }) {
  const nameOf = usePersonName();
  const { run } = detail;
  if (run.outcome) {
    const { title, what, next } = runTexts.ends[run.outcome];
    return (
      <section className="card run-summary" data-tone={outcomeTones[run.outcome]} aria-labelledby="summary">
        <h2 id="summary">{title}</h2>
        <p>{what}</p>
        <p>
          <strong>{runTexts.next}</strong> {next}
        </p>
      </section>
    );
  }
  if (detail.pauses.length > 0 && !run.cancelRequested) return <RunPaused pauses={detail.pauses} />;
  return (
    <section className="card run-summary" data-tone={run.stuckSince ? 'wrong' : 'going'} aria-labelledby="summary">
      <h2 id="summary">{run.stuckSince ? runTexts.stuck.title : sayNow(detail, nameOf)}</h2>
      {run.stuckSince ? <p>{runTexts.stuck.next}</p> : null}
      {run.cancelRequested ? <State tone="warning">{runsTexts.cancelling}</State> : null}
    </section>
  );
}
