import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { approvalQuery } from '../ask/approvals.ts';
import { pollPace } from '../ask/poll-pace.ts';
import { Page } from '../parts/Page.tsx';
import { Failed } from '../states/Failed.tsx';
import { Stale } from '../states/Stale.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { approvalTexts } from '../texts/approval-texts.ts';
import { inboxTexts } from '../texts/inbox-texts.ts';
import { LastDecision } from './LastDecision.tsx';
import { QueuePlace } from './QueuePlace.tsx';
import { Task } from './Task.tsx';
import { TaskLead } from './TaskLead.tsx';
import { useQueue } from './use-queue.ts';
import './approval.css';

const pace = { fastestMs: 4_000, slowestMs: 30_000 };

/** One task to decide on, and the way from one to the next. */
export function ApprovalScreen() {
  const { id } = useParams({ from: '/approvals/$id' });
  const queue = useQueue(id);
  const [interval] = useState(() => pollPace(pace));
  const task = useQuery({ ...approvalQuery(id), refetchInterval: interval });
  const wayOut = <Button onClick={() => void queue.toInbox()}>{approvalTexts.toInbox}</Button>;
  return (
    <Page
      title={task.data ? titleOf(task.data) : approvalTexts.title}
      lead={task.data ? <TaskLead task={task.data} /> : null}
      actions={<QueuePlace queue={queue} />}
    >
      <LastDecision />
      {task.isPending ? <Waiting /> : null}
      {task.isError && !task.data ? (
        <Failed error={task.error} retry={() => void task.refetch()} wayOut={wayOut} />
      ) : null}
      {task.data ? (
        <>
          <Stale query={task} />
          <Task key={id} task={task.data} queue={queue} />
        </>
      ) : null}
    </Page>
  );
}

function titleOf({ action }: ApprovalDetail): string {
  return action.kind === 'erased' ? inboxTexts.erased : action.subject;
}
