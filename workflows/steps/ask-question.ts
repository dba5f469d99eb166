import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { Enquiry } from '#contracts/enquiry.ts';
import type { Evidence } from '#contracts/evidence.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import type { AskedParty, Exchange } from '#contracts/question.ts';
import type { RunOutcome } from '#contracts/run.ts';
import { awaitAnswer, nameOf, type SettledAnswer } from './await-answer.ts';
import { logMessage } from './log-message.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';
import { sendEmail, wantsPerson } from './send-email.ts';
import { outcomeUnlessSent } from './send-reply.ts';
import type { WeighedFacts } from './weighed-facts.ts';

export interface Question extends WeighedFacts {
  /** The item of the task that it was decided at. */
  item: string;
  /** Exactly what the signed decision asks. */
  message: OutgoingMessage;
  to: AskedParty;
  approvalId: string;
  /** The draft was a question already: to agree to it is to ask it. */
  asksCustomer?: boolean;
  enquiry: Enquiry;
  category: string;
  evidence: Evidence;
  team: string;
  role: string;
}

export type Asked =
  | { kind: 'answered' | 'no-answer' | 'answer-void'; exchange: Exchange }
  | { kind: 'over'; outcome: RunOutcome }
  | { kind: 'mismatch' | 'another-person' };

/** Puts a question to the customer or a colleague, and waits for the answer or for its time to pass. */
export async function askQuestion(run: ProcessRun, question: Question): Promise<Asked> {
  const { approvalId, evidence, facts, item, message, role, sources, team, to } = question;
  const activities = proxyLocalActivities<Activities>(recordOptions(run.snapshot, `Ask ${nameOf(to)}`));
  const step = run.step('question', item);
  const drafted = question.asksCustomer ? { asksCustomer: true } : {};
  const opened = await activities.openQuestion({ step, approvalId, ...drafted });
  if (opened.kind === 'mismatch') return opened;
  const { questionId } = opened;
  const shown = { evidence, facts, sources, team, role };
  const sent = await sendEmail(run, { step, message, approvalId, questionId, ...shown });
  if (sent.kind === 'mismatch' || wantsPerson(sent)) {
    await activities.settleAnswer({ run: run.reference, questionId, because: 'end' });
    return sent.kind === 'mismatch' ? sent : { kind: 'another-person' };
  }
  if (sent.kind !== 'sent') return { kind: 'over', outcome: outcomeUnlessSent(sent) };
  if (to.kind === 'customer') await logMessage(run, { ...question, step: 'logQuestion', direction: 'outbound' });
  return takeAnswer(run, question, await awaitAnswer(run, { questionId, messageId: sent.messageId, to }));
}

async function takeAnswer(run: ProcessRun, question: Question, found: SettledAnswer): Promise<Asked> {
  const { to, message } = question;
  const exchange = { to, question: message.text, askedAt: found.since, answer: null };
  switch (found.kind) {
    case 'answered': {
      const { answer, handedInBy } = found;
      if (to.kind === 'customer')
        await logMessage(run, { ...question, message: answer, step: 'logAnswer', direction: 'inbound' });
      const by = handedInBy === undefined ? {} : { handedInBy };
      return { kind: 'answered', exchange: { ...exchange, answer, ...by } };
    }
    case 'unanswered':
      return { kind: 'no-answer', exchange };
    case 'void':
      return { kind: 'answer-void', exchange };
    case 'withdrawn':
      return { kind: 'over', outcome: 'withdrawn' };
  }
}
