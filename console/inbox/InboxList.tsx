import { Button } from '@mantine/core';
import { useRef } from 'react';
import type { ApprovalList } from '#contracts/http/approval.ts';
import { sayCount } from '../format/amounts.ts';
import { useKeys } from '../keys/use-keys.ts';
import { usePersonName } from '../parts/use-person-name.ts';
import { Notice } from '../states/Notice.tsx';
import { inboxTexts } from '../texts/inbox-texts.ts';
import { InboxTask } from './InboxTask.tsx';
import { groupsOf, type InboxGroup } from './inbox-groups.ts';
import type { InboxSearch } from './inbox-search.ts';
import { moveFocus } from './move-focus.ts';
import { type SteadyTask, useSteadyTasks } from './use-steady-tasks.ts';

interface InboxListProps {
  inbox: ApprovalList;
  search: InboxSearch;
  filtered: boolean;
}

const words = inboxTexts;

/** Tasks in groups, the most urgent first in each; one goes through them with j and k, or by tab. */
export function InboxList({ inbox, search, filtered }: InboxListProps) {
  const place = useRef<HTMLDivElement>(null);
  const { tasks, waiting, showNew } = useSteadyTasks(inbox.items);
  useKeys({
    j: () => moveFocus(place.current, 1),
    k: () => moveFocus(place.current, -1),
    n: showNew,
  });
  if (tasks.length === 0) return <Empty filtered={filtered} />;
  const groups = groupsOf(tasks.map((each) => ({ ...each, asked: each.task.asked, for: each.task.for })));
  return (
    <>
      <p role="status" className="inbox-new">
        {waiting > 0 ? (
          <Button variant="default" onClick={showNew}>
            {words.newOnes(waiting, sayCount(waiting))}
          </Button>
        ) : null}
      </p>
      <div ref={place} className="inbox">
        {groups.map((group) => (
          <Group key={`${group.asked} ${group.for}`} group={group} search={search} />
        ))}
      </div>
      {inbox.next ? <p className="soft inbox-more">{words.more}</p> : null}
    </>
  );
}

function Group({ group, search }: { group: InboxGroup<SteadyTask>; search: InboxSearch }) {
  const nameOf = usePersonName();
  const name = group.asked === 'another' ? words.parts.another(nameOf(group.for ?? '')) : words.parts[group.asked];
  const id = `inbox-${group.asked}-${group.for ?? ''}`;
  return (
    <section className="inbox-group" aria-labelledby={id}>
      <h2 id={id}>
        {name} <span className="inbox-count figures">{sayCount(group.tasks.length)}</span>
      </h2>
      <ul>
        {group.tasks.map(({ task, isGone }) => (
          <InboxTask key={task.id} task={task} isGone={isGone} search={search} />
        ))}
      </ul>
    </section>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  const { title, advice } = filtered ? words.nothingFound : words.empty;
  return (
    <Notice tone="calm" title={title}>
      <p>{advice}</p>
    </Notice>
  );
}
