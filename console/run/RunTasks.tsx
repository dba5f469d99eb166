import { Link } from '@tanstack/react-router';
import type { RunDetail } from '#contracts/http/run.ts';
import { labelOf } from '../format/label-of.ts';
import { sayWhen } from '../format/when.ts';
import { State, type Tone } from '../parts/State.tsx';
import { texts } from '../texts/index.ts';
import { sayWhom } from './say-now.ts';

const tones: Record<string, Tone> = {
  open: 'warning',
  approved: 'good',
  edited: 'good',
  clarified: 'good',
  expired: 'warning',
  void: 'wrong',
};

/** Whom the run asked, and what they decided. */
export function RunTasks({ approvals }: Pick<RunDetail, 'approvals'>) {
  if (approvals.length === 0) return null;
  return (
    <section className="card" aria-labelledby="tasks">
      <h2 id="tasks">{texts.run.tasks}</h2>
      <ul className="things">
        {approvals.map((approval) => (
          <li key={approval.id}>
            <span className="things-head">
              <Link to="/approvals/$id" params={{ id: approval.id }}>
                {labelOf(approval.point)}
              </Link>
              <State tone={tones[approval.state] ?? 'over'}>{labelOf(approval.state)}</State>
            </span>
            <span className="soft">{wordsOf(approval)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsOf({ decidedBy, decidedAt, waitsFor, due, state }: RunDetail['approvals'][number]): string {
  if (decidedBy && decidedAt) return texts.run.task.decided(decidedBy, sayWhen(decidedAt));
  return state === 'open' ? `${sayWhom({ waitsFor })}, ${texts.run.task.due(sayWhen(due))}` : sayWhom({ waitsFor });
}
