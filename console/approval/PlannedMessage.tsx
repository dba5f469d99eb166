import { useRef } from 'react';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { Address } from '../parts/Address.tsx';
import { Facts } from '../parts/Facts.tsx';
import { approvalTexts } from '../texts/approval-texts.ts';
import { inboxTexts } from '../texts/inbox-texts.ts';
import { AttachedFiles } from './AttachedFiles.tsx';
import { focusOnMark } from './claim-places.ts';
import { EditMessage, type MessageFields } from './EditMessage.tsx';
import { MarkedText } from './MarkedText.tsx';
import { MessageText } from './MessageText.tsx';
import { Unfounded } from './Unfounded.tsx';
import { useClaims } from './use-claims.ts';
import type { DecisionForm } from './use-decision.ts';

const words = approvalTexts.planned;

/** Exactly what would leave, or the same being changed. */
export function PlannedMessage({ task, decision }: { task: ApprovalDetail; decision: DecisionForm }) {
  const { action, digest } = task;
  const now = useClaims(task, decision);
  const fields = useRef<MessageFields>(null);
  const isOpen = task.state === 'open';
  const isEditing = isOpen && decision.choice === 'edit';
  return (
    <section className="card planned" data-open={isOpen} aria-labelledby="planned">
      <h2 id="planned">{titleOf(task)}</h2>
      {action.kind === 'erased' ? (
        <p className="soft">{inboxTexts.erased}</p>
      ) : (
        <>
          <Facts
            facts={[
              { name: words.to, value: <Address of={action.to} /> },
              {
                name: words.subject,
                value: isEditing ? null : <MarkedText text={action.subject} field="subject" claims={now.claims} />,
              },
            ]}
          />
          {isEditing ? (
            <EditMessage ref={fields} action={action} editable={task.editable} decision={decision}>
              <Unfounded now={now} show={(claim) => fields.current?.select(claim)} />
            </EditMessage>
          ) : (
            <>
              <MessageText text={action.text} claims={now.claims} />
              <Unfounded now={now} show={({ number }) => focusOnMark(number)} />
            </>
          )}
          <AttachedFiles task={task.id} files={action.attachments ?? []} />
        </>
      )}
      <details className="small">
        <summary>{words.digest}</summary>
        <p className="soft">{words.digestHint}</p>
        <p className="id">{digest}</p>
      </details>
    </section>
  );
}

function titleOf({ state, point }: ApprovalDetail): string {
  if (state !== 'open') return words.past;
  return point === 'unconfirmed' ? words.unconfirmed : words.title;
}
