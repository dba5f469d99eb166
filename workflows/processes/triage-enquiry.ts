import type { Enquiry } from '#contracts/enquiry.ts';
import type {
  ComplaintReview,
  RefundReview,
  TriageEnquiryInput,
  UncertainReview,
} from '#contracts/processes/triage-enquiry.ts';
import type { ProcessResult, ProcessStart } from '#contracts/run.ts';
import { answerCustomer } from '../steps/answer-customer.ts';
import { type ClearOpinion, classifyEnquiry, type DoubtfulOpinion, type Opinion } from '../steps/classify-enquiry.ts';
import { handOver } from '../steps/hand-over.ts';
import { interactionWith } from '../steps/log-message.ts';
import type { ProcessRun, StoryEnd } from '../steps/process-run.ts';
import { routeTo } from '../steps/route-to.ts';
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
    const understood = { enquiry, opinion, weighed };
    switch (opinion.answer.category) {
      case 'spam':
        return 'spam';
      case 'complaint':
        return answerComplaint(run, understood);
      default:
        return handOver(run, { enquiry, meant: opinion.answer }) ?? answerRoutine(run, understood);
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
