import { Link } from '@tanstack/react-router';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { labelOf } from '../format/label-of.ts';
import { Due } from '../parts/Due.tsx';
import { State } from '../parts/State.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { useProcessTitle } from '../parts/use-process-title.ts';
import { approvalTexts } from '../texts/approval-texts.ts';
import { inboxTexts } from '../texts/inbox-texts.ts';
import { toneOf } from './task-tone.ts';

const words = approvalTexts;

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
          <State tone="wrong">{inboxTexts.priority[priority]}</State>
        ) : null}
        {claim ? <State tone="over">{inboxTexts.claimedBy(nameOf(claim.by))}</State> : null}
        {task.may.for ? <State tone="going">{words.inPlaceOf(nameOf(task.may.for))}</State> : null}
      </span>
      <span className="task-lead">
        {inboxTexts.reasons[reason] ?? labelOf(reason)}
        <Link to="/runs/$id" params={{ id: run.id }}>
          {words.run(titleOf(run.process))}
        </Link>
      </span>
    </>
  );
}
