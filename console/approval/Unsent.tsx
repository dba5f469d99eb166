import { Button } from '@mantine/core';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { Facts } from '../parts/Facts.tsx';
import { approvalTexts } from '../texts/approval-texts.ts';
import { editedIn, isUnsent } from './task-draft.ts';
import type { DecisionForm } from './use-decision.ts';

const words = approvalTexts.unsent;

/** What one had typed as somebody else was faster: it goes nowhere by itself, and is not lost either. */
export function Unsent({ task, decision }: { task: ApprovalDetail; decision: DecisionForm }) {
  const { draft, forget } = decision;
  if (!isUnsent(draft, task.action)) return null;
  const { subject, text } = editedIn(draft, task.action);
  const typed = [
    { name: approvalTexts.edit.subject, value: subject },
    { name: approvalTexts.edit.text, value: text ? <pre>{text}</pre> : null },
    { name: approvalTexts.decide.reason, value: draft.reason },
    { name: approvalTexts.decide.question, value: draft.question },
    { name: approvalTexts.comments.add, value: draft.comment },
  ];
  return (
    <section className="card unsent" aria-labelledby="unsent">
      <h2 id="unsent">{words.title}</h2>
      <p className="soft">{words.about}</p>
      <Facts facts={typed} />
      <Button variant="default" onClick={forget}>
        {words.drop}
      </Button>
    </section>
  );
}
