import { useRef } from 'react';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { tellRefund } from '#contracts/message.ts';
import { isOwning } from '#contracts/owning.ts';
import { Address } from '../parts/Address.tsx';
import { Facts } from '../parts/Facts.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
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

interface PlannedMessageProps {
  task: ApprovalDetail;
  decision: DecisionForm;
}

/** What people's word is asked for: exactly what would leave, or the same being changed, or who owns an enquiry. */
export function PlannedMessage({ task, decision }: PlannedMessageProps) {
  const { action, digest } = task;
  return (
    <section className="card planned" data-open={task.state === 'open'} aria-labelledby="planned">
      <h2 id="planned">{titleOf(task)}</h2>
      {action.kind === 'erased' ? <p className="soft">{inboxTexts.erased}</p> : null}
      {action.kind === 'ownEnquiry' ? <Owned action={action} /> : null}
      {action.kind === 'sendEmail' ? <Message task={task} decision={decision} action={action} /> : null}
      <details className="small">
        <summary>{words.digest}</summary>
        <p className="soft">{words.digestHint}</p>
        <p className="id">{digest}</p>
      </details>
    </section>
  );
}

type ActionOf<Kind> = Extract<ApprovalDetail['action'], { kind: Kind }>;

function Owned({ action: { owner, subject } }: { action: ActionOf<'ownEnquiry'> }) {
  const nameOf = usePersonName();
  const { owner: ownerWord, nothingSent } = approvalTexts.owning;
  return (
    <>
      <Facts
        facts={[
          { name: ownerWord, value: nameOf(owner) },
          { name: words.subject, value: subject },
        ]}
      />
      <p className="soft">{nothingSent}</p>
    </>
  );
}

function Message({ task, decision, action }: PlannedMessageProps & { action: ActionOf<'sendEmail'> }) {
  const now = useClaims(task, decision);
  const fields = useRef<MessageFields>(null);
  const isEditing = task.state === 'open' && decision.choice === 'edit';
  return (
    <>
      <Facts
        facts={[
          { name: words.to, value: <Address of={action.to} /> },
          ...(action.refund ? [{ name: words.refund, value: tellRefund(action.refund) }] : []),
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
  );
}

function titleOf({ state, point }: ApprovalDetail): string {
  if (state !== 'open') return words.past;
  if (isOwning(point)) return approvalTexts.owning[point];
  return point === 'unconfirmed' ? words.unconfirmed : words.title;
}
