import { Button } from '@mantine/core';
import { textOfValue } from '#contracts/form-text.ts';
import type { ApprovalDetail, DecisionMade } from '#contracts/http/approval.ts';
import { labelOf } from '../format/label-of.ts';
import { sayWhen } from '../format/when.ts';
import { Facts } from '../parts/Facts.tsx';
import { MessageDifference } from '../parts/MessageDifference.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { Notice } from '../states/Notice.tsx';
import { approvalTexts } from '../texts/approval-texts.ts';
import { MessageText } from './MessageText.tsx';
import { Unsent } from './Unsent.tsx';
import type { DecisionForm } from './use-decision.ts';
import type { Queue } from './use-queue.ts';

interface OutcomeProps {
  task: ApprovalDetail;
  queue: Queue;
  decision: DecisionForm;
}

const words = approvalTexts.outcome;

/** Says what became of a task that waits no more, by whom and when, and where to go on. */
export function Outcome({ task, queue, decision }: OutcomeProps) {
  const nameOf = usePersonName();
  const { state, decision: made } = task;
  const said = made
    ? words.decided[state]?.(nameOf(made.by), sayWhen(made.at), made.onBehalfOf ? nameOf(made.onBehalfOf) : '')
    : undefined;
  const actions = (
    <>
      {queue.hasNext ? <Button onClick={() => void queue.toNext()}>{approvalTexts.queue.nextTask}</Button> : null}
      <Button variant="default" onClick={() => void queue.toInbox()}>
        {approvalTexts.toInbox}
      </Button>
    </>
  );
  return (
    <>
      <Notice
        tone={made ? 'calm' : 'warning'}
        title={said ?? words.closed[state] ?? approvalTexts.states[state]}
        actions={actions}
      >
        {made ? <Made task={task} made={made} /> : <p>{words.advice[state] ?? words.nothingToDo}</p>}
      </Notice>
      <Unsent task={task} decision={decision} />
    </>
  );
}

/** What exactly was decided, where that is more than a word. */
function Made({ task: { action }, made }: { task: ApprovalDetail; made: DecisionMade }) {
  const nameOf = usePersonName();
  const { comment, fields, questionTo, action: changed, signature } = made;
  const filled = fields && !('kind' in fields) ? Object.entries(fields) : [];
  const whom = questionTo?.kind === 'colleague' ? nameOf(questionTo.person) : words.customer;
  return (
    <>
      <Facts
        facts={[
          { name: words.reason, value: typeof comment === 'string' ? comment : null },
          ...filled.map(([name, value]) => ({ name: labelOf(name), value: textOfValue(value) })),
          { name: words.with, value: made.with.map(nameOf).join(', ') },
          { name: words.asked, value: questionTo ? whom : null },
          { name: words.signature, value: words.signatures[signature] },
        ]}
      />
      {questionTo && changed?.kind === 'sendEmail' ? <MessageText text={changed.text} /> : null}
      {!questionTo && changed?.kind === 'sendEmail' && action.kind === 'sendEmail' ? (
        <MessageDifference before={action} after={changed} />
      ) : null}
    </>
  );
}
