import { useQuery } from '@tanstack/react-query';
import type { ApprovalDetail, DecisionMade } from '#contracts/http/approval.ts';
import { approvalQuery } from '../ask/approvals.ts';
import { labelOf } from '../format/label-of.ts';
import { sayWhen } from '../format/when.ts';
import { Facts } from '../parts/Facts.tsx';
import { MessageDifference } from '../parts/MessageDifference.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { Failed } from '../states/Failed.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { runTexts } from '../texts/run-texts.ts';

const words = runTexts.task;

/** A task whole: what was shown, what was said, what was filled in, and what was decided. */
export function RunTask({ id }: { id: string }) {
  const task = useQuery(approvalQuery(id));
  if (task.isPending) return <Waiting />;
  if (task.isError) return <Failed error={task.error} retry={() => void task.refetch()} />;
  return <Shown task={task.data} />;
}

function Shown({ task }: { task: ApprovalDetail }) {
  const nameOf = usePersonName();
  const { comments, decision, evidence, waitsFor, words: votes } = task;
  return (
    <div className="run-task">
      <Facts
        facts={[
          { name: words.round, value: 'draft' in evidence ? String(evidence.draft) : '' },
          { name: words.stage, value: waitsFor.stage.of > 1 ? labelOf(waitsFor.stage.name) : '' },
          {
            name: words.voted,
            value: votes.map(({ by, stage, at }) => `${nameOf(by)} (${labelOf(stage)}, ${sayWhen(at)})`).join('; '),
          },
          { name: words.signature, value: decision ? words.signatures[decision.signature] : '' },
          { name: words.comment, value: commentOf(decision) },
          ...fieldsOf(decision),
        ]}
      />
      {comments.map(({ id, by, text }) => (
        <p key={id}>
          <strong>{nameOf(by)}</strong>: {typeof text === 'string' ? text : words.erased}
        </p>
      ))}
      <Texts task={task} />
    </div>
  );
}

function commentOf(decision: DecisionMade | null): string {
  return typeof decision?.comment === 'string' ? decision.comment : '';
}

function fieldsOf(decision: DecisionMade | null): { name: string; value: string }[] {
  const fields = decision?.fields;
  if (!fields || isErased(fields)) return [];
  return Object.entries(fields).map(([name, value]) => ({ name: labelOf(name), value: sayField(value) }));
}

function isErased({ kind }: { kind?: unknown }): boolean {
  return kind === 'erased';
}

function sayField(value: unknown): string {
  return value !== null && typeof value === 'object' ? Object.values(value).map(String).join(' ') : String(value);
}

/** The text as it was shown, and what the decision made of it. */
function Texts({ task: { action, decision } }: { task: ApprovalDetail }) {
  if (action.kind === 'erased') return <p className="soft">{words.erased}</p>;
  const changed = decision?.action?.kind === 'sendEmail' ? decision.action : undefined;
  return (
    <>
      <h3>{changed ? words.shown : words.text}</h3>
      <pre className="said">{action.text}</pre>
      {changed && decision?.decision === 'ask' ? (
        <>
          <h3>{words.question}</h3>
          <pre className="said">{changed.text}</pre>
        </>
      ) : null}
      {changed && decision?.decision === 'edit' ? <MessageDifference before={action} after={changed} /> : null}
    </>
  );
}
