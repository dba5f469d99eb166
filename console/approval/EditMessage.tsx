import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Claim } from '#contracts/claim.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import { Difference } from '../parts/Difference.tsx';
import { approvalTexts } from '../texts/approval-texts.ts';
import { fieldKeys } from './field-keys.ts';
import { editedIn } from './task-draft.ts';
import type { DecisionForm } from './use-decision.ts';

/** The fields in which a message is changed. */
export interface MessageFields {
  /** Chooses the words of a claim where they are typed. */
  select(claim: Claim): void;
}

interface EditMessageProps {
  ref: Ref<MessageFields>;
  /** What stands between the fields and what reads otherwise in them. */
  children: ReactNode;
  action: OutgoingMessage;
  editable: readonly string[];
  decision: DecisionForm;
}

const words = approvalTexts.edit;
const rows = { least: 8, most: 22, width: 60 };

/** The fields that may be changed, and under them what reads otherwise by now. */
export function EditMessage({ ref, children, action, editable, decision }: EditMessageProps) {
  const { draft, type, mistakes } = decision;
  const edited = editedIn(draft, action);
  const text = draft.text ?? action.text;
  const first = useRef<HTMLTextAreaElement>(null);
  const subject = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  useImperativeHandle(ref, () => ({
    select: (claim) => selectIn(claim.field === 'text' ? first.current : subject.current, claim),
  }));
  return (
    <div className="edit">
      {editable.includes('subject') ? (
        <TextInput
          ref={subject}
          label={words.subject}
          maxLength={500}
          value={draft.subject ?? action.subject}
          error={mistakes.subject}
          onChange={({ currentTarget }) => type({ subject: currentTarget.value })}
          onKeyDown={fieldKeys(decision, 'edit')}
        />
      ) : null}
      {editable.includes('text') ? (
        <Textarea
          ref={first}
          label={words.text}
          maxLength={50_000}
          rows={rowsFor(text)}
          value={text}
          error={mistakes.text}
          onChange={({ currentTarget }) => type({ text: currentTarget.value })}
          onKeyDown={fieldKeys(decision, 'edit')}
        />
      ) : (
        <pre className="message-text">{action.text}</pre>
      )}
      {children}
      {edited.subject === undefined ? null : (
        <Difference name={words.subject} before={action.subject} after={edited.subject} />
      )}
      {edited.text === undefined ? null : <Difference name={words.text} before={action.text} after={edited.text} />}
    </div>
  );
}

/** Since the claim was found, what stands before it may have changed. */
function selectIn(field: HTMLTextAreaElement | HTMLInputElement | null, { text, start, end }: Claim): void {
  if (!field) return;
  const stands = field.value.slice(start, end) === text ? start : field.value.indexOf(text);
  field.focus();
  if (stands >= 0) field.setSelectionRange(stands, stands + text.length);
}

function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil(line.length / rows.width)), 1);
  return Math.min(Math.max(lines, rows.least), rows.most);
}
