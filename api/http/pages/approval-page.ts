import type { DecisionChoice } from '#contracts/approval.ts';
import { type Claim, type NumberedClaim, numberedIn } from '#contracts/claim.ts';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import {
  attachmentRows,
  messageRows,
  type Row,
  reasonRows,
  recordRows,
  weighedRows,
} from '#contracts/http/task-rows.ts';
import { markedParts } from '#contracts/marked-parts.ts';
import { type OutgoingMessage, tellRefund } from '#contracts/message.ts';
import { textOfMoment } from '#contracts/moment-text.ts';
import { type Colleague, decisionForms } from './decision-forms.ts';
import { escapeHtml } from './escape-html.ts';

type Task = ApprovalDetail;

/** What the page of a link shows and sends back. */
export interface ApprovalPage {
  person: string;
  task: Task;
  choices: readonly DecisionChoice[];
  /** Whom a question may go to, besides the customer. */
  colleagues: readonly Colleague[];
  nonce: string;
}

/** A task as somebody decides on it in a browser: whole, and one form for each choice. Every value is escaped. */
export function approvalPage({ person, task, nonce, ...offered }: ApprovalPage): string {
  return [
    `<p>${escapeHtml(person)}, your word is asked for. Nothing leaves before it is given.</p>`,
    actionOf(task),
    evidenceOf(task),
    weighedOf(task),
    factsOf(task),
    saidOf(task),
    decisionForms({ task, ...offered, sent: { nonce, digest: task.digest } }),
  ].join('\n');
}

function refundOf({ refund }: OutgoingMessage): string {
  return refund ? `<dt>Pays back</dt><dd>${escapeHtml(tellRefund(refund))}</dd>` : '';
}

function actionOf({ action, claims }: Task): string {
  if (action.kind === 'erased') return '<h2>What will be sent</h2><p>It was erased with its subject.</p>';
  if (action.kind === 'ownEnquiry') return ownedOf(action);
  const numbered = numberedIn(claims);
  return `<h2>What will be sent</h2>
<dl><dt>To</dt><dd>${escapeHtml(action.to)}</dd>${refundOf(action)}<dt>Subject</dt><dd>${marked('subject', action.subject, numbered)}</dd></dl>
<pre>${marked('text', action.text, numbered)}</pre>${unfoundedOf(numbered)}${filesOf(action)}`;
}

function ownedOf({ owner, subject }: Extract<Task['action'], { kind: 'ownEnquiry' }>): string {
  return `<h2>What somebody has to see to</h2>
<dl><dt>Owner</dt><dd>${escapeHtml(owner)}</dd><dt>Subject</dt><dd>${escapeHtml(subject)}</dd></dl>
<p>Nothing is sent by it: whoever owns it sees to it themselves.</p>`;
}

/** The words with what no record has marked; the number at each mark leads to why. */
function marked(field: Claim['field'], text: string, claims: readonly NumberedClaim[]): string {
  const parts = markedParts(text, claims, field).map(({ text: words, claim }) =>
    claim === null ? escapeHtml(words) : markOf(words, claim),
  );
  return parts.join('');
}

function markOf(words: string, { number, because }: NumberedClaim): string {
  const why = escapeHtml(because);
  return `<mark id="claim-${number}" title="${why}">${escapeHtml(words)}</mark><sup><a href="#claim-${number}-why" aria-label="Marked, ${number}: ${why}">${number}</a></sup>`;
}

/** Where a mark lies within another there is none of its own to lead back to. */
function unfoundedOf(claims: readonly NumberedClaim[]): string {
  if (claims.length === 0) return '';
  const items = claims.map(
    ({ number, text, because }) =>
      `<li id="claim-${number}-why"><a href="#claim-${number}"><q>${escapeHtml(text)}</q></a> ${escapeHtml(because)}</li>`,
  );
  return `\n<h3>No record has this</h3><ol>${items.join('')}</ol>`;
}

/** Each leads to its bytes by the address of the page itself, which therefore stands nowhere in it. */
function filesOf(action: Task['action']): string {
  const items = attachmentRows(action).map(
    ([name, about], index) =>
      `<li><a href="?attachment=${index + 1}">${escapeHtml(name)}</a>, ${escapeHtml(about)}</li>`,
  );
  return items.length === 0 ? '' : `\n<p>Attached to it:</p><ul>${items.join('')}</ul>`;
}

function evidenceOf(task: Task): string {
  const { evidence } = task;
  if ('kind' in evidence) return '<h2>What came in</h2><p>It was erased with its subject.</p>';
  return `<h2>What came in</h2>
${listOf(messageRows(evidence))}
<pre>${escapeHtml(String(evidence.enquiry.text ?? ''))}</pre>
${exchangesOf(evidence.exchanges)}
<h2>What the draft was made from</h2>
<p class="soft">Amounts in minor units, such as cents.</p>
${listOf(recordRows(evidence))}
<h2>Why you are asked</h2>
${listOf(reasonRows(task, evidence))}`;
}

type Exchanges = Extract<Task['evidence'], { draft: number }>['exchanges'];

/** What was asked and answered since. Answers are other people's words, shown as they are. */
function exchangesOf(exchanges: Exchanges = []): string {
  const told = exchanges.map(({ to, question, answer, askedAt, handedInBy }) => {
    const whom = to.kind === 'customer' ? 'the customer' : to.person;
    const brought = handedInBy === undefined ? '' : ` Handed in by ${escapeHtml(handedInBy)}.`;
    const came =
      answer === null ? '<p>No answer came in time.</p>' : `<pre>${escapeHtml(String(answer.text ?? ''))}</pre>`;
    return `<h3>Asked of ${escapeHtml(whom)} at ${escapeHtml(textOfMoment(askedAt))}</h3><pre>${escapeHtml(question)}</pre><h3>Answered</h3>${came}${brought}`;
  });
  return told.length === 0 ? '' : `<h2>What was asked since</h2>${told.join('\n')}`;
}

function weighedOf(task: Task): string {
  return task.facts.length === 0 ? '' : `<h2>What policies weigh</h2>\n${listOf(weighedRows(task))}`;
}

function factsOf({ id, run, point, due, expires, digest, waitsFor }: Task): string {
  return listOf([
    ['Task', `${id}, ${point} in ${run.process}`],
    ['Due', textOfMoment(due)],
    ['Decide before', textOfMoment(expires)],
    ['Stage', `${waitsFor.stage.number} of ${waitsFor.stage.of}, ${waitsFor.quorum} have to agree`],
    ['Digest', digest],
  ]);
}

/** Who agreed so far, and what colleagues said about it. */
function saidOf({ words, comments }: Task): string {
  const given = words.map(({ by, onBehalfOf, decision, stage, at, isOnThisText }): Row => {
    const whom = onBehalfOf === null ? by : `${by}, for ${onBehalfOf}`;
    return [`${whom}, at ${textOfMoment(at)}`, `${decision} in ${stage}${isOnThisText ? '' : ', on an earlier text'}`];
  });
  const written = comments.map(
    ({ by, at, text }): Row => [
      `${by} said at ${textOfMoment(at)}`,
      typeof text === 'string' ? text : '(erased with its subject)',
    ],
  );
  const rows = [...given, ...written];
  return rows.length === 0 ? '' : `<h2>What others said</h2>\n${listOf(rows)}`;
}

function listOf(rows: readonly Row[]): string {
  const items = rows.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<dl>${items.join('')}</dl>`;
}
