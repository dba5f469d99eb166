import type { Enquiry } from '#contracts/enquiry.ts';
import type { Passage } from '#contracts/knowledge.ts';
import type { Order } from '#contracts/order.ts';
import type { ResolveSupportTicketInput } from '#contracts/processes/resolve-support-ticket.ts';
import type { ProcessResult, ProcessStart, RunOutcome } from '#contracts/run.ts';
import type { EarlierTicket } from '#contracts/ticket.ts';
import { answerWith } from '../steps/answer-customer.ts';
import { type CitedPlan, draftCitedAnswer, isHeldBack } from '../steps/draft-cited-answer.ts';
import { findTickets } from '../steps/find-tickets.ts';
import { lookUpOrder } from '../steps/look-up-order.ts';
import { orderNumbersIn } from '../steps/order-numbers.ts';
import type { ProcessRun } from '../steps/process-run.ts';
import { routeTo } from '../steps/route-to.ts';
import { runProcess } from '../steps/run-process.ts';
import { searchKnowledge } from '../steps/search-knowledge.ts';
import { factsOfOrder, type WeighedFacts } from '../steps/weighed-facts.ts';

/** A customer needs help: answer from what the firm wrote down, ask where something is missing, and send only what is cited. */
export function resolveSupportTicket(start: ProcessStart<ResolveSupportTicketInput>): Promise<ProcessResult> {
  return runProcess(start, async (run) => {
    const account = await lookUpAccount(run, run.input);
    const plan = await planFrom(run, { enquiry: run.input, account });
    if (typeof plan === 'string') return plan;
    return answerWith(run, plan, (order) => draftCitedAnswer(run, order));
  });
}

/** What is known of whoever asks. */
interface Account {
  order?: Order;
  weighed: WeighedFacts;
  tickets: readonly EarlierTicket[];
}

/** Where a rule keeps a record from being read, the ticket is answered without it: what matters stands in the documents. */
async function lookUpAccount(run: ProcessRun, enquiry: Enquiry): Promise<Account> {
  const numbers = orderNumbersIn(enquiry, run.snapshot.limits.orderNumberPattern);
  const found = await lookUpOrder(run, { customer: enquiry.from, numbers });
  const before = await findTickets(run);
  const tickets = before.kind === 'found' ? before.tickets : [];
  if (found.kind === 'blocked') return { weighed: { facts: {}, sources: {} }, tickets };
  return { ...(found.kind === 'found' ? { order: found.order } : {}), weighed: factsOfOrder(found), tickets };
}

interface TicketSoFar {
  enquiry: Enquiry;
  account: Account;
  /** What the customer or a colleague said since, and which search that makes. */
  said?: { answer: string; item: string };
}

async function planFrom(run: ProcessRun, { enquiry, account, said }: TicketSoFar): Promise<CitedPlan | RunOutcome> {
  const question = [enquiry.subject, enquiry.text, said?.answer ?? ''].join('\n').slice(0, 4000);
  const found = await searchKnowledge(run, { question, item: said?.item });
  if (found.kind === 'blocked' && found.stage === 'standing') return 'cancelled';
  if (found.kind === 'blocked' && found.heal !== 'person') return 'blocked';
  const passages = found.kind === 'found' ? found.passages : [];
  const plan = { ...planOf(run, { enquiry, account }), passages, why: whyOf({ passages, account }) };
  return {
    ...plan,
    isHeldBack: (message, asked) => isHeldBack(run, plan, { message, ...asked }),
    replan: (answer, item) => planFrom(run, { enquiry, account, said: { answer, item } }),
  };
}

function planOf(run: ProcessRun, { enquiry, account }: TicketSoFar) {
  const { order, tickets, weighed } = account;
  const customerName = enquiry.name ?? '';
  const earlier = tickets.length > 0 ? { earlierTickets: tickets } : {};
  const facts = { customerName, ...(order ? { order } : {}), ...earlier };
  const route = routeTo(run, 'support');
  return {
    enquiry,
    prompt: 'draft-cited-answer',
    category: 'support',
    route,
    weighed,
    facts,
    reason: 'every-reply',
  } as const;
}

/** Two tickets about one fault are for a person to see as one: the earlier is named, and neither is closed for the other. */
function whyOf({ passages, account }: { passages: readonly Passage[]; account: Account }): string {
  const [open] = account.tickets.filter(({ state }) => state === 'open');
  const rests = passages.length === 0 ? 'Nothing that the firm wrote down answers it' : 'A person approves every reply';
  if (!open) return rests;
  return `${rests}. The customer has another ticket open, ${open.run}: if both are about one fault, answer them as one`;
}
