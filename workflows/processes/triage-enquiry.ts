import type { Enquiry } from '#contracts/enquiry.ts';
import type {
  ComplaintReview,
  RefundReview,
  TriageEnquiryInput,
  UncertainReview,
} from '#contracts/processes/triage-enquiry.ts';
import type { ProcessResult, ProcessStart } from '#contracts/run.ts';
import { answerCustomer } from '../steps/answer-customer.ts';
import { beganAfter } from '../steps/began-after.ts';
import { type ClearOpinion, classifyEnquiry, type DoubtfulOpinion, type Opinion } from '../steps/classify-enquiry.ts';
import { interactionWith } from '../steps/log-message.ts';
import { orderNumbersIn } from '../steps/order-numbers.ts';
import type { ProcessRun, StoryEnd } from '../steps/process-run.ts';
import { routeTo } from '../steps/route-to.ts';
import { runChild } from '../steps/run-child.ts';
import { runProcess } from '../steps/run-process.ts';
import { factsOfOpinion, type WeighedFacts } from '../steps/weighed-facts.ts';
import { writeCrm } from '../steps/write-crm.ts';

/** An e-mail comes in: understand it, log it, and see that the right person answers it. */
export function triageEnquiry(start: ProcessStart<TriageEnquiryInput>): Promise<ProcessResult> {
  return runProcess(start, async (run) => {
    const enquiry = run.input;
    const opinion = await classifyEnquiry(run, enquiry);
    const logged = await logEnquiry(run, { enquiry, opinion });
    const weighed = factsOfOpinion(opinion, 'standing' in logged ? logged.standing : undefined);
    if (opinion.kind === 'doubtful') return answerDoubtful(run, { enquiry, opinion, weighed });
    switch (opinion.answer.category) {
      case 'spam':
        return 'spam';
      case 'order-status':
        return runChild(run, {
          step: 'answerOrderStatus',
          process: 'answer-order-status',
          input: orderQuestion(run, enquiry),
        });
      case 'other':
        return answerOther(run, { enquiry, opinion, weighed });
      case 'complaint':
        return answerComplaint(run, { enquiry, opinion, weighed });
      default:
        return answerRoutine(run, { enquiry, opinion, weighed });
    }
  });
}

/** An enquiry, what a model made of it, and what policies may weigh of it. */
interface Understood<Meant extends Opinion> {
  enquiry: Enquiry;
  opinion: Meant;
  weighed: WeighedFacts;
}

function logEnquiry(run: ProcessRun, { enquiry, opinion }: { enquiry: Enquiry; opinion: Opinion }) {
  const category = opinion.kind === 'clear' ? opinion.answer.category : 'uncertain';
  const interaction = interactionWith({ enquiry, message: enquiry, direction: 'inbound', category });
  return writeCrm(run, { step: 'logEnquiry', interaction });
}

function orderQuestion(run: ProcessRun, enquiry: Enquiry) {
  const [orderNumber, ...others] = orderNumbersIn(enquiry, run.snapshot.limits.orderNumberPattern);
  return orderNumber === undefined || others.length > 0 ? enquiry : { ...enquiry, orderNumber };
}

/** No process of its own fits: somebody owns it. Runs from before there was one have a reply drafted. */
function answerOther(run: ProcessRun, understood: Understood<ClearOpinion>): Promise<StoryEnd> {
  if (!beganAfter('other-is-owned')) return answerRoutine(run, understood);
  const { category, language } = understood.opinion.answer;
  const input = { ...understood.enquiry, category, language };
  return runChild(run, { step: 'routeEnquiry', process: 'route-enquiry', input });
}

/**
 * A manual review: closing the task sends the client exactly the confirmation that the reviewer saw, with their own
 * words as they came in, so that both sides hold what was filed.
 */
function answerComplaint(run: ProcessRun, understood: Understood<ClearOpinion>): Promise<StoryEnd> {
  const why = `A complaint is reviewed by a person: ${understood.opinion.answer.reason}`;
  return answerCustomer(run, {
    ...planOf(run, { ...understood, situation: 'complaint' }),
    reason: 'complaint',
    why,
    attach: [{ kind: 'enquiry-received', name: 'your-message.txt' }],
    outcomeOf: ({ resolution, goodwill }: ComplaintReview) => ({ resolution, ...(goodwill ? { goodwill } : {}) }),
  });
}

function answerRoutine(run: ProcessRun, understood: Understood<ClearOpinion>): Promise<StoryEnd> {
  const why = 'A person approves every reply';
  return answerCustomer(run, {
    ...planOf(run, { ...understood, situation: 'routine' }),
    reason: 'every-reply',
    why,
    outcomeOf: ({ refund }: RefundReview) => (refund ? { resolution: 'refund', refund } : undefined),
  });
}

function answerDoubtful(
  run: ProcessRun,
  { enquiry, opinion, weighed }: Understood<DoubtfulOpinion>,
): Promise<StoryEnd> {
  const { reason, why, answer } = opinion;
  const { language = 'en' } = answer ?? {};
  const facts = { situation: 'uncertain', customerName: enquiry.name ?? '', language } as const;
  const plan = { enquiry, prompt: 'draft-reply', facts, route: routeTo(run, 'uncertain'), category: 'uncertain' };
  const categoryOf = ({ category }: UncertainReview) => category;
  return answerCustomer(run, { ...plan, reason, why, weighed, categoryOf });
}

function planOf(
  run: ProcessRun,
  { enquiry, opinion, weighed, situation }: Understood<ClearOpinion> & { situation: 'complaint' | 'routine' },
) {
  const { category, urgency, sentiment, language } = opinion.answer;
  const facts = { situation, customerName: enquiry.name ?? '', category, urgency, sentiment, language };
  return { enquiry, prompt: 'draft-reply', facts, route: routeTo(run, category), category, weighed };
}
