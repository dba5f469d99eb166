import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useRef } from 'react';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Moment } from '../parts/Moment.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { NotTaken } from '../states/NotTaken.tsx';
import { approvalTexts } from '../texts/approval-texts.ts';
import type { DecisionForm } from './use-decision.ts';
import { useActing } from './use-task-acts.ts';

const words = approvalTexts.comments;

/** What people say about a task to whoever else looks at it. */
export function Comments({ task, decision }: { task: ApprovalDetail; decision: DecisionForm }) {
  const nameOf = usePersonName();
  return (
    <section className="card" aria-labelledby="comments">
      <h2 id="comments">{words.title}</h2>
      {task.comments.length === 0 ? <p className="soft">{words.none}</p> : null}
      <ul className="things">
        {task.comments.map(({ id, by, at, text }) => (
          <li key={id}>
            <span className="things-head">
              <strong>{nameOf(by)}</strong>
              <span className="soft small">
                <Moment at={at} />
              </span>
            </span>
            {typeof text === 'string' ? <pre>{text}</pre> : <span className="soft">{words.erased}</span>}
          </li>
        ))}
      </ul>
      {task.state === 'open' ? <Say id={task.id} decision={decision} /> : null}
    </section>
  );
}

function Say({ id, decision: { draft, type } }: { id: string; decision: DecisionForm }) {
  const acting = useActing(id);
  const field = useRef<HTMLTextAreaElement>(null);
  useKeys({ m: () => field.current?.focus() });
  const text = draft.comment?.trim() ?? '';
  const say = () => acting.mutate({ verb: 'comments', text }, { onSuccess: () => type({ comment: '' }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text !== '') say();
  };
  return (
    <form className="say" onSubmit={submit}>
      <Textarea
        ref={field}
        label={words.add}
        maxLength={4_000}
        rows={2}
        value={draft.comment ?? ''}
        onChange={({ currentTarget }) => type({ comment: currentTarget.value })}
        onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && submit(event)}
      />
      {acting.isError ? <NotTaken error={acting.error} again={say} /> : null}
      <Button type="submit" variant="default" size="compact-sm" disabled={text === ''} loading={acting.isPending}>
        {words.send}
      </Button>
    </form>
  );
}
