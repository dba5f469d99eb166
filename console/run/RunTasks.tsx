import { Link } from '@tanstack/react-router';
import type { RunDetail } from '#contracts/http/run.ts';
import { labelOf } from '../format/label-of.ts';
import { saySpan } from '../format/span.ts';
import { sayWhen } from '../format/when.ts';
import { Folded } from '../parts/Folded.tsx';
import { State, type Tone } from '../parts/State.tsx';
import { type PersonName, usePersonName } from '../parts/use-person-name.ts';
import { runTexts } from '../texts/run-texts.ts';
import { RunTask } from './RunTask.tsx';
import { reasonOf } from './say-entry.ts';
import { sayWhom } from './say-now.ts';

const words = runTexts.task;
const tones: Record<string, Tone> = {
  open: 'warning',
  approved: 'good',
  edited: 'good',
  clarified: 'good',
  expired: 'warning',
  void: 'wrong',
};

type Task = RunDetail['approvals'][number];

/** Whom the run asked, why, and what they decided; each round is a task of its own. */
export function RunTasks({ approvals, sees }: Pick<RunDetail, 'approvals'> & { sees: boolean }) {
  const nameOf = usePersonName();
  if (approvals.length === 0) return null;
  return (
    <section className="card" aria-labelledby="tasks">
      <h2 id="tasks">{runTexts.tasks}</h2>
      <ul className="things">
        {approvals.map((task) => (
          <li key={task.id}>
            <span className="things-head">
              <Link to="/approvals/$id" params={{ id: task.id }}>
                {labelOf(task.point)}
              </Link>
              <State tone={tones[task.state] ?? 'over'}>{words.states[task.state] ?? labelOf(task.state)}</State>
            </span>
            <span className="soft">{reasonOf(task.reason)}</span>
            <span className="soft">{wordsOf(task, nameOf)}</span>
            {sees ? (
              <Folded title={words.open}>
                <RunTask id={task.id} />
              </Folded>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsOf(task: Task, nameOf: PersonName): string {
  const { decidedBy, decidedWith, decidedAt, due, onBehalfOf, openedAt, state } = task;
  if (state === 'open') return `${sayWhom(task)}, ${words.due(sayWhen(due))}`;
  if (!decidedBy || !decidedAt) return sayWhom(task);
  const who = onBehalfOf ? words.inPlaceOf(nameOf(decidedBy), nameOf(onBehalfOf)) : nameOf(decidedBy);
  const waited = words.waited(saySpan(Date.parse(decidedAt) - Date.parse(openedAt)));
  const joined = decidedWith.length === 0 ? '' : `, ${words.with(decidedWith.map(nameOf).join(', '))}`;
  return `${words.decided(who, sayWhen(decidedAt))}${joined}, ${waited}`;
}
