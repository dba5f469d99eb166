import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { Facts } from '../parts/Facts.tsx';
import { texts } from '../texts/index.ts';
import { AttachedFiles } from './AttachedFiles.tsx';
import { EditMessage } from './EditMessage.tsx';
import { MessageText } from './MessageText.tsx';
import type { DecisionForm } from './use-decision.ts';

const words = texts.approval.planned;

/** Exactly what would leave, or the same being changed. */
export function PlannedMessage({ task, decision }: { task: ApprovalDetail; decision: DecisionForm }) {
  const { action, digest } = task;
  const isEditing = task.state === 'open' && decision.choice === 'edit';
  return (
    <section className="card planned" aria-labelledby="planned">
      <h2 id="planned">{task.point === 'unconfirmed' ? words.unconfirmed : words.title}</h2>
      {action.kind === 'erased' ? (
        <p className="soft">{texts.inbox.erased}</p>
      ) : (
        <>
          <Facts
            facts={[
              { name: words.to, value: action.to },
              { name: words.subject, value: isEditing ? null : action.subject },
            ]}
          />
          {isEditing ? (
            <EditMessage action={action} editable={task.editable} decision={decision} />
          ) : (
            <MessageText text={action.text} />
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
