import type { z } from 'zod';
import { type DecisionChoice, type DecisionRequest, takesFields } from '#contracts/approval.ts';
import { checkerOf, fieldsAsked } from '#contracts/approval-form.ts';
import { fieldsOfTexts, hintOf } from '#contracts/form-text.ts';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import type { Problem } from '#contracts/http/problem.ts';
import type { Mistakes } from '../start/find-mistakes.ts';
import { approvalTexts } from '../texts/approval-texts.ts';
import { editedIn, type TaskDraft } from './task-draft.ts';

const words = approvalTexts.problems;

type Request = z.input<typeof DecisionRequest>;
type Asked = Pick<ApprovalDetail, 'action' | 'digest' | 'form' | 'point'>;

/** A decision on exactly what is shown, made from what was typed; or what is wrong with that, by where it was typed. */
export type Prepared = { kind: 'ready'; request: Request } | { kind: 'wrong'; mistakes: Mistakes };

export function decisionOf(task: Asked, choice: DecisionChoice, draft: TaskDraft): Prepared {
  const fields = fieldsOf(task, choice, draft);
  const mistakes = { ...missingIn(task, choice, draft), ...fields.mistakes };
  if (Object.keys(mistakes).length > 0) return { kind: 'wrong', mistakes };
  const { values } = fields;
  return {
    kind: 'ready',
    request: {
      decision: choice,
      digest: task.digest,
      ...contentOf(task, choice, draft),
      ...(values === undefined ? {} : { fields: values }),
    },
  };
}

/** Two decisions do something else where nobody knows whether a message left: nothing need be said about them. */
export function needsReason({ point }: Pick<Asked, 'point'>, choice: DecisionChoice): boolean {
  return choice === 'take-over' || (choice === 'reject' && point !== 'unconfirmed');
}

function missingIn(task: Asked, choice: DecisionChoice, draft: TaskDraft): Mistakes {
  const { subject, text } = draft;
  if (choice === 'ask') return draft.question?.trim() ? {} : { question: words.question };
  if (choice === 'edit') {
    if (subject?.trim() === '') return { subject: words.empty };
    if (text?.trim() === '') return { text: words.empty };
    return Object.keys(editedIn(draft, task.action)).length > 0 ? {} : { text: words.unchanged };
  }
  return needsReason(task, choice) && !draft.reason?.trim() ? { reason: words.reason } : {};
}

function contentOf({ action }: Asked, choice: DecisionChoice, draft: TaskDraft): Partial<Request> {
  const reason = draft.reason?.trim();
  switch (choice) {
    case 'approve':
      return {};
    case 'edit':
      return { content: editedIn(draft, action) };
    case 'ask':
      return {
        content: { text: draft.question ?? '' },
        to: draft.whom ? { kind: 'colleague', person: draft.whom } : { kind: 'customer' },
      };
    case 'reject':
    case 'take-over':
      return reason ? { comment: reason } : {};
  }
}

function fieldsOf({ form }: Asked, choice: DecisionChoice, draft: TaskDraft) {
  if (form === null || !takesFields(choice)) return { mistakes: {} };
  const given = fieldsOfTexts(form, draft.fields);
  const checked = checkerOf(form).safeParse(given);
  if (checked.success) return { values: checked.data, mistakes: {} };
  const wrong = new Set(checked.error.issues.map(({ path }) => path[0]));
  const found = fieldsAsked(form).filter(({ name }) => wrong.has(name));
  return {
    mistakes: Object.fromEntries(
      found.map(({ name, field }) => [
        `fields/${name}`,
        given[name] === undefined ? words.missing : words.expected(hintOf(field)),
      ]),
    ),
  };
}

/** What the API found wrong in a decision, by where it was typed. */
export function mistakesIn({ places }: Problem, choice: DecisionChoice): Mistakes {
  const typedAt: Readonly<Record<string, string>> = {
    '/content/text': choice === 'ask' ? 'question' : 'text',
    '/content/subject': 'subject',
    '/comment': 'reason',
    '/to/person': 'whom',
  };
  const found = places.flatMap(({ pointer, detail }) => {
    const place = pointer.startsWith('/fields/') ? pointer.slice(1) : typedAt[pointer];
    return place === undefined ? [] : [[place, detail] as const];
  });
  return Object.fromEntries(found);
}
