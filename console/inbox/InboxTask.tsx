import { Link } from '@tanstack/react-router';
import type { ApprovalItem } from '#contracts/http/approval.ts';
import { labelOf } from '../format/label-of.ts';
import { Moment } from '../parts/Moment.tsx';
import { State } from '../parts/State.tsx';
import { useProcessTitle } from '../parts/use-process-title.ts';
import { texts } from '../texts/index.ts';

const words = texts.inbox;

/** One task: what would be done, why a person is asked, and until when. */
export function InboxTask({ task }: { task: ApprovalItem }) {
  const titleOf = useProcessTitle();
  const late = Date.parse(task.due) < Date.now();
  const urgent = task.priority === 'urgent' || task.priority === 'high';
  return (
    <li className="card inbox-task">
      <div className="inbox-head">
        <h2>{task.action.kind === 'erased' ? words.erased : task.action.subject}</h2>
        <span className="inbox-states">
          {urgent ? <State tone="wrong">{words.priority[task.priority]}</State> : null}
          {task.claim ? <State tone="over">{words.claimedBy(task.claim.by)}</State> : null}
          {task.for ? <State tone="going">{words.for(task.for)}</State> : null}
        </span>
      </div>
      {task.action.kind === 'erased' ? null : (
        <>
          <p className="soft">{words.to(task.action.to)}</p>
          <p className="inbox-text">{task.action.text.replace(/\s+/g, ' ')}</p>
        </>
      )}
      <p className="inbox-foot small">
        <span>
          {words.due} <Moment at={task.due} /> {late ? <State tone="warning">{words.overdue}</State> : null}
        </span>
        <span className="soft">{words.reasons[task.reason] ?? labelOf(task.reason)}</span>
        <span className="soft">{titleOf(task.run.process)}</span>
        <Link to="/runs/$id" params={{ id: task.run.id }}>
          {words.openRun}
        </Link>
      </p>
    </li>
  );
}
