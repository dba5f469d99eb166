import type { EnquiryCategory, EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';
import type { Enquiry } from '#contracts/enquiry.ts';
import type { RunOutcome } from '#contracts/run.ts';
import { beganAfter } from './began-after.ts';
import { orderNumbersIn } from './order-numbers.ts';
import type { ProcessRun } from './process-run.ts';
import { runChild } from './run-child.ts';

/** An enquiry, and what a model made of it. */
export interface Sorted {
  enquiry: Enquiry;
  meant: EnquiryClassification;
}

interface HandOver {
  /** The step's name. */
  step: string;
  process: string;
  /** The change since which there is this process; runs from before it go on as they began. */
  since?: string;
  inputOf(run: ProcessRun, sorted: Sorted): unknown;
}

const enquiryAlone: HandOver['inputOf'] = (_, { enquiry }) => enquiry;

/** Which process goes on with which category. */
const handOvers: Readonly<Partial<Record<EnquiryCategory, HandOver>>> = {
  'order-status': { step: 'answerOrderStatus', process: 'answer-order-status', inputOf: orderQuestion },
  billing: {
    step: 'answerBillingQuery',
    process: 'answer-billing-query',
    since: 'billing-has-a-process',
    inputOf: enquiryAlone,
  },
  other: { step: 'routeEnquiry', process: 'route-enquiry', since: 'other-is-owned', inputOf: matterToOwn },
};

/** Gives an enquiry to the process that its category has, and waits for what it comes to; nothing where it has none. */
export function handOver(run: ProcessRun, sorted: Sorted): Promise<RunOutcome> | undefined {
  const to = handOvers[sorted.meant.category];
  if (!to || (to.since !== undefined && !beganAfter(to.since))) return undefined;
  const { step, process, inputOf } = to;
  return runChild(run, { step, process, input: inputOf(run, sorted) });
}

function orderQuestion(run: ProcessRun, { enquiry }: Sorted) {
  const [orderNumber, ...others] = orderNumbersIn(enquiry, run.snapshot.limits.orderNumberPattern);
  return orderNumber === undefined || others.length > 0 ? enquiry : { ...enquiry, orderNumber };
}

function matterToOwn(_: ProcessRun, { enquiry, meant: { category, language } }: Sorted) {
  return { ...enquiry, category, language };
}
