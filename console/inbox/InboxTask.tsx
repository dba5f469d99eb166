import { Link } from '@tanstack/react-router';
import type { ApprovalItem } from '#contracts/http/approval.ts';
import { labelOf } from '../format/label-of.ts';
import { Due } from '../parts/Due.tsx';
import { State } from '../parts/State.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { useProcessTitle } from '../parts/use-process-title.ts';
import { inboxTexts } from '../texts/inbox-texts.ts';
import type { InboxSearch } from './inbox-search.ts';

const words = inboxTexts;

interface InboxTaskProps {
  task: ApprovalItem;
  isGone: boolean;
  search: InboxSearch;
}

/** One task: what would be done, why a person is asked, and until when. All of it leads to the task. */
export function InboxTask({ task, isGone, search }: InboxTaskProps) {
  const titleOf = useProcessTitle();
  const { action, reason, run } = task;
  return (
    <li className="inbox-task" data-gone={isGone}>
      <h3>
        <Link className="inbox-link" to="/approvals/$id" params={{ id: task.id }} search={search}>
          {action.kind === 'erased' ? words.erased : action.subject}
        </Link>
      </h3>
      <p className="inbox-states">{isGone ? <State tone="over">{words.gone}</State> : <States task={task} />}</p>
      <p className="inbox-why">
        {words.reasons[reason] ?? labelOf(reason)}
        <span className="soft"> · {titleOf(run.process)}</span>
      </p>
      {action.kind === 'erased' ? null : (
        <p className="inbox-text soft">
          {action.kind === 'sendEmail' ? <span className="inbox-to">{words.to(action.to)}</span> : null}{' '}
          {action.text.replace(/\s+/g, ' ')}
        </p>
      )}
    </li>
  );
}

function States({ task: { priority, claim, due } }: Pick<InboxTaskProps, 'task'>) {
  const nameOf = usePersonName();
  return (
    <>
      {priority === 'urgent' || priority === 'high' ? <State tone="wrong">{words.priority[priority]}</State> : null}
      {claim ? <State tone="over">{words.claimedBy(nameOf(claim.by))}</State> : null}
      <Due at={due} />
    </>
  );
}
