import { Button } from '@mantine/core';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { readDraft } from '../drafts/drafts.ts';
import { Notice } from '../states/Notice.tsx';
import { approvalTexts } from '../texts/approval-texts.ts';
import { Comments } from './Comments.tsx';
import { Decide } from './Decide.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { OriginalMessage } from './OriginalMessage.tsx';
import { Outcome } from './Outcome.tsx';
import { PlannedMessage } from './PlannedMessage.tsx';
import { Records } from './Records.tsx';
import { Refusal } from './Refusal.tsx';
import { Standing } from './Standing.tsx';
import { TaskFields } from './TaskFields.tsx';
import { isUnsent, parseTaskDraft } from './task-draft.ts';
import { useDecision } from './use-decision.ts';
import type { Queue } from './use-queue.ts';
import { useShownTask } from './use-shown-task.ts';
import { WhyAsked } from './WhyAsked.tsx';

interface TaskProps {
  task: ApprovalDetail;
  queue: Queue;
}

/** What came in beside what would be done, what that rests on, and the decision. */
export function Task({ task: fresh, queue }: TaskProps) {
  const { task, isChanged, showChanged } = useShownTask(fresh);
  const decision = useDecision(task, { queue, isChanged });
  const isOpen = task.state === 'open';
  return (
    <div className="task">
      <LeaveGuard isUnsent={() => isUnsent(parseTaskDraft(readDraft(task.id)), task.action)} forget={decision.forget} />
      {isOpen ? null : <Outcome task={task} queue={queue} decision={decision} />}
      {isChanged ? <Changed show={showChanged} /> : null}
      <Refusal task={task} />
      <div className="task-sides">
        <OriginalMessage evidence={task.evidence} />
        <div className="task-planned">
          <PlannedMessage task={task} decision={decision} />
          {isOpen && task.form ? <TaskFields form={task.form} decision={decision} /> : null}
        </div>
        <Records task={task} />
      </div>
      <div className="task-rest">
        <WhyAsked task={task} />
        <Standing task={task} />
        <Comments task={task} decision={decision} />
      </div>
      {task.may.decide.length > 0 ? <Decide task={task} decision={decision} /> : null}
    </div>
  );
}

function Changed({ show }: { show(): void }) {
  const { title, advice, show: showIt } = approvalTexts.changed;
  return (
    <Notice tone="warning" title={title} actions={<Button onClick={show}>{showIt}</Button>}>
      <p>{advice}</p>
    </Notice>
  );
}
