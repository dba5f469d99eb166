import type { DecisionChoice } from '#contracts/approval.ts';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { whenRejected } from '#contracts/http/task-rows.ts';
import { isOwning } from '#contracts/owning.ts';
import { escapeHtml } from './escape-html.ts';
import { formInputs } from './form-inputs.ts';

type Task = ApprovalDetail;

/** Somebody a question may go to. */
export interface Colleague {
  id: string;
  name: string;
}

export interface Offered {
  task: Task;
  choices: readonly DecisionChoice[];
  colleagues: readonly Colleague[];
}

/** One form for each choice; what is sent with each is the same. */
export function decisionForms({ sent, ...offered }: Offered & { sent: Readonly<Record<string, string>> }): string {
  const hidden = hiddenFields(sent);
  return offered.choices.map((choice) => formHtml(choice, { ...formOf[choice](offered), hidden })).join('\n');
}

function hiddenFields(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
}

interface Form {
  title: string;
  button: string;
  /** What comes of it, where that is not what the title says. */
  note?: string;
  fields: string;
}

const owningWords = {
  offer: { title: 'Take it', button: 'I take it' },
  own: { title: 'It is done', button: 'It is done' },
} as const;

const formOf: Record<DecisionChoice, (offered: Offered) => Form> = {
  approve: ({ task }) => ({
    ...(isOwning(task.point) ? owningWords[task.point] : { title: 'Approve', button: 'Approve exactly this' }),
    fields: formInputs(task.form, 'approve'),
  }),
  edit: ({ task }) => ({
    title: 'Change and approve',
    button: 'Approve as changed',
    fields: editFields(task) + formInputs(task.form, 'edit'),
  }),
  reject: ({ task }) => ({
    ...(isOwning(task.point) ? { title: 'Hand it on', button: 'Hand it on' } : { title: 'Reject', button: 'Reject' }),
    note: whenRejected(task),
    fields:
      '<label for="comment">Why?</label><textarea id="comment" name="comment" rows="3" maxlength="4000"></textarea>',
  }),
  ask: ({ task, colleagues }) => ({
    title: 'Ask first',
    button: 'Send the question',
    note: 'The question leaves as you write it here, in place of the draft. The run waits for the answer to that e-mail; then a new draft is made with it, and a new e-mail asks for your word. Where no answer comes in time, people are asked about this draft again.',
    fields: askFields(task, colleagues),
  }),
  'take-over': () => ({
    title: 'Take over by hand',
    button: 'I handle this myself',
    fields:
      '<label for="reason">Why? Nothing is sent, and the run ends.</label><textarea id="reason" name="comment" rows="3" maxlength="4000" required></textarea>',
  }),
};

function editFields({ action, editable }: Task): string {
  if (action.kind === 'erased') return '';
  // The first line break after the tag is the tag's own.
  const text = `<label for="text">Text</label><textarea id="text" name="text" rows="12" required>\n${escapeHtml(action.text)}</textarea>`;
  return `${editable.includes('subject') ? subjectInput('subject', action.subject) : ''}${editable.includes('text') ? text : ''}`;
}

function askFields({ action, editable }: Task, colleagues: readonly Colleague[]): string {
  const people = colleagues.map(({ id, name }) => `<option value="${escapeHtml(id)}">${escapeHtml(name)}</option>`);
  const whom = `<label for="ask-to">Whom?</label><select id="ask-to" name="to"><option value="customer">The customer</option>${people.join('')}</select>`;
  const subject =
    editable.includes('subject') && action.kind !== 'erased' ? subjectInput('ask-subject', action.subject) : '';
  return `${whom}${subject}<label for="ask-text">Question</label><textarea id="ask-text" name="text" rows="5" required></textarea>`;
}

function subjectInput(id: string, subject: string): string {
  return `<label for="${id}">Subject</label><input id="${id}" name="subject" maxlength="500" required value="${escapeHtml(subject)}">`;
}

/** It goes to the address of the page itself, which therefore stands nowhere in it. */
function formHtml(choice: DecisionChoice, { title, button, note, hidden, fields }: Form & { hidden: string }): string {
  const code = `code-${choice}`;
  return `<h2>${title}</h2>${note === undefined ? '' : `\n<p>${note}</p>`}
<form method="post">${hidden}<input type="hidden" name="decision" value="${choice}">${fields}
<label for="${code}">Code from the e-mail</label>
<input id="${code}" name="code" inputmode="numeric" autocomplete="off" pattern="[0-9]{6}" maxlength="6" required>
<button type="submit">${button}</button>
</form>`;
}
