import { Link } from '@tanstack/react-router';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { labelOf } from '../format/label-of.ts';
import { Due } from '../parts/Due.tsx';
import { State } from '../parts/State.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { useProcessTitle } from '../parts/use-process-title.ts';
import { texts } from '../texts/index.ts';
import { toneOf } from './task-tone.ts';

const words = texts.approval;

/** How it stands with the task, in a line. */
export function TaskLead({ task }: { task: ApprovalDetail }) {
  const titleOf = useProcessTitle();
  const nameOf = usePersonName();
  const { state, priority, claim, due, run, reason } = task;
  return (
    <>
      <span className="task-lead">
        {state === 'open' ? <Due at={due} /> : <State tone={toneOf(state)}>{words.states[state]}</State>}
        {priority === 'urgent' || priority === 'high' ? (
          <State tone="wrong">{texts.inbox.priority[priority]}</State>
        ) : null}
        {claim ? <State tone="over">{texts.inbox.claimedBy(nameOf(claim.by))}</State> : null}
        {task.may.for ? <State tone="going">{words.inPlaceOf(nameOf(task.may.for))}</State> : null}
      </span>
      <span className="task-lead">
        {texts.inbox.reasons[reason] ?? labelOf(reason)}
        <Link to="/runs/$id" params={{ id: run.id }}>
          {words.run(titleOf(run.process))}
        </Link>
      </span>
    </>
  );
}
