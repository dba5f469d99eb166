import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inboxQuery } from '../ask/approvals.ts';
import { pollPace } from '../ask/poll-pace.ts';
import { Page } from '../parts/Page.tsx';
import { Failed } from '../states/Failed.tsx';
import { Notice } from '../states/Notice.tsx';
import { Stale } from '../states/Stale.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { texts } from '../texts/index.ts';
import { InboxTask } from './InboxTask.tsx';
import './inbox.css';

const pace = { fastestMs: 4_000, slowestMs: 30_000 };

/** What waits for whoever is signed in, or for those they act for. */
export function InboxScreen() {
  const [interval] = useState(() => pollPace(pace));
  const inbox = useQuery({ ...inboxQuery, refetchInterval: interval });
  const tasks = inbox.data?.items ?? [];
  return (
    <Page title={texts.inbox.title} lead={texts.inbox.lead}>
      {inbox.isPending ? <Waiting /> : null}
      {inbox.isError && !inbox.data ? <Failed error={inbox.error} retry={() => void inbox.refetch()} /> : null}
      {inbox.data ? <Stale query={inbox} /> : null}
      {inbox.data && tasks.length === 0 ? (
        <Notice tone="calm" title={texts.inbox.empty.title}>
          <p>{texts.inbox.empty.advice}</p>
        </Notice>
      ) : null}
      {tasks.length > 0 ? <p className="small soft inbox-how">{texts.inbox.howToDecide}</p> : null}
      <ul className="inbox">
        {tasks.map((task) => (
          <InboxTask key={task.id} task={task} />
        ))}
      </ul>
      {inbox.data?.next ? <p className="soft">{texts.inbox.more}</p> : null}
    </Page>
  );
}
