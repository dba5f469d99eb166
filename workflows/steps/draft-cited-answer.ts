import type { CitedAnswer } from '#contracts/answers/cited-answer.ts';
import type { CheckedStatement, CitedStatement, Passage } from '#contracts/knowledge.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import type { AnsweredBy } from '#contracts/model-result.ts';
import type { Order } from '#contracts/order.ts';
import type { Drafting } from './answer-customer.ts';
import type { Replanned, TaskPlan } from './answer-task.ts';
import { askModel } from './ask-model.ts';
import { checkCitations } from './check-citations.ts';
import { type Conversation, conversationOf } from './conversation.ts';
import { type Draft, inThread } from './draft-reply.ts';
import { letterOf, statementsOf } from './letter-statements.ts';
import { customerOf } from './log-message.ts';
import type { ProcessRun } from './process-run.ts';

/** What an answer with citations is drafted from. */
export interface CitedPlan extends TaskPlan, Replanned<CitedPlan> {
  prompt: string;
  passages: readonly Passage[];
  /** The records that it may rest on besides. */
  facts: { customerName: string; order?: Order };
}

export interface CitedDraft extends Draft {
  /** None where nothing is stated: it asks, or is the holding reply. */
  statements: readonly CitedStatement[];
}

/** Drafts an answer from passages. What they do not bear out is left out of it before anybody is shown it. */
export async function draftCitedAnswer(run: ProcessRun, order: Drafting<CitedPlan>): Promise<CitedDraft> {
  const talk = conversationOf(order.enquiry, order.exchanges);
  const result = await askModel<'cited_answer', 'ticket_material'>(run, questionOf(order, talk));
  if (result.kind !== 'answer' && result.kind !== 'unsure')
    return holding(run, talk, { doubt: `No model could draft: ${result.reason}` });
  const { answer, by } = result;
  const doubts = result.kind === 'unsure' ? [`Of this draft ${result.reason}`] : [];
  if (answer.missing !== null && answer.statements.length === 0)
    return question(run, order, { talk, answer, by, doubts });
  const checked = await checkMade(run, order, answer.statements);
  if (typeof checked === 'string') return holding(run, talk, { by, doubt: checked });
  const founded = checked.filter(({ faults }) => faults.length === 0);
  const left = checked.length - founded.length;
  if (founded.length === 0)
    return holding(run, talk, { by, doubt: 'Nothing of what a model drafted is borne out by a passage' });
  if (left > 0) doubts.push(`${left} of ${checked.length} statements were left out, since no passage bears them out`);
  const statements = founded.map(({ text, citations }) => ({ text, citations }));
  const message = inThread(talk.enquiry, {
    ...answer,
    text: letterOf(
      answer,
      statements.map(({ text }) => text),
    ),
  });
  return {
    message,
    by,
    statements,
    rests: { statements, passages: citedBy(statements, order.passages) },
    ...doubted(doubts),
  };
}

function questionOf(order: Drafting<CitedPlan>, { enquiry, facts: told }: Conversation) {
  const { draft: attempt, passages, prompt, reviewerNote, weighed } = order;
  const { customerName, order: record } = order.facts;
  const shown = passages.map(({ citation, title, headings, text }) => ({ citation, title, headings, text }));
  const note = reviewerNote === undefined ? {} : { reviewerNote };
  return {
    step: 'draft',
    item: String(attempt),
    prompt,
    customer: customerOf(enquiry),
    country: weighed.facts.country,
    variables: {
      facts: { customerName, ...(record ? { order: record } : {}), ...told, passages: shown, attempt, ...note },
      subject: enquiry.subject,
      text: enquiry.text,
    },
  };
}

interface ModelsAnswer {
  talk: Conversation;
  answer: CitedAnswer;
  by: AnsweredBy;
  doubts: readonly string[];
}

/** The customer is asked so many times as the registry says; then a person has to see what to do. */
function question(run: ProcessRun, order: Drafting<CitedPlan>, { talk, answer, by, doubts }: ModelsAnswer): CitedDraft {
  const { most } = run.snapshot.questions;
  const asked = (order.exchanges ?? []).filter(({ to }) => to.kind === 'customer').length;
  if (asked >= most)
    return holding(run, talk, { by, doubt: `The customer was asked ${asked} times, and it cannot be answered yet` });
  const message = inThread(talk.enquiry, { ...answer, text: letterOf(answer, [answer.missing ?? '']) });
  return { message, by, statements: [], asksCustomer: true, ...doubted(doubts) };
}

function holding(run: ProcessRun, { enquiry }: Conversation, why: { by?: AnsweredBy; doubt: string }): CitedDraft {
  return { message: inThread(enquiry, run.snapshot.fallbackReply), statements: [], ...why };
}

async function checkMade(
  run: ProcessRun,
  { draft, enquiry, facts }: Drafting<CitedPlan>,
  statements: readonly CitedStatement[],
): Promise<readonly CheckedStatement[] | string> {
  const checked = await checkCitations(run, {
    at: 'checkMade',
    item: String(draft),
    statements,
    evidence: { enquiry, facts },
  });
  return checked.kind === 'checked' ? checked.statements : `Its sources could not be looked at: ${checked.reason}`;
}

/** Whether a letter that was agreed to says something now that the passages it cites do not. The holding reply states nothing. */
export async function isHeldBack(
  run: ProcessRun,
  { enquiry, facts }: CitedPlan,
  { message, draft, item }: { message: OutgoingMessage; draft: Draft; item: string },
): Promise<boolean> {
  const { statements: drafted } = draft as CitedDraft;
  if (drafted.length === 0 && message.text === run.snapshot.fallbackReply.text) return false;
  const statements = statementsOf(message.text, drafted);
  const checked = await checkCitations(run, { at: 'checkSent', item, statements, evidence: { enquiry, facts } });
  return checked.kind !== 'checked' || !checked.mayBeSent;
}

function citedBy(statements: readonly CitedStatement[], passages: readonly Passage[]) {
  const cited = new Set(statements.flatMap(({ citations }) => citations));
  return passages
    .filter(({ citation }) => cited.has(citation))
    .map(({ citation, title, text }) => ({ citation, title, text }));
}

function doubted(doubts: readonly string[]): Pick<Draft, 'doubt'> {
  return doubts.length === 0 ? {} : { doubt: doubts.join('. ') };
}
