import type { RunDetail } from '#contracts/http/run.ts';
import { outcomeTones } from '../parts/RunState.tsx';
import { State } from '../parts/State.tsx';
import { texts } from '../texts/index.ts';
import { sayNow } from './say-now.ts';

/** Where the run stands, in words, and what there is to do about it. */
export function RunSummary({ detail }: { detail: RunDetail }) {
  const { run } = detail;
  if (run.outcome) {
    const { title, what, next } = texts.run.ends[run.outcome];
    return (
      <section className="card run-summary" data-tone={outcomeTones[run.outcome]} aria-labelledby="summary">
        <h2 id="summary">{title}</h2>
        <p>{what}</p>
        <p>
          <strong>{texts.run.next}</strong> {next}
        </p>
      </section>
    );
  }
  return (
    <section className="card run-summary" data-tone={run.stuckSince ? 'wrong' : 'going'} aria-labelledby="summary">
      <h2 id="summary">{run.stuckSince ? texts.run.stuck.title : sayNow(detail)}</h2>
      {run.stuckSince ? <p>{texts.run.stuck.next}</p> : null}
      {run.cancelRequested ? <State tone="warning">{texts.runs.cancelling}</State> : null}
    </section>
  );
}
