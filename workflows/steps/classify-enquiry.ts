import type { EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';
import type { Enquiry } from '#contracts/enquiry.ts';
import type { AnsweredBy, ModelResult } from '#contracts/model-result.ts';
import { askModel } from './ask-model.ts';
import { customerOf } from './log-message.ts';
import type { ProcessRun } from './process-run.ts';

export interface ClearOpinion {
  kind: 'clear';
  answer: EnquiryClassification;
  by: AnsweredBy;
}

export interface DoubtfulOpinion {
  kind: 'doubtful';
  why: string;
  reason: 'low-confidence' | 'model-unavailable';
  /** What the model would say if it had to. */
  answer?: EnquiryClassification;
  by?: AnsweredBy;
}

export type Opinion = ClearOpinion | DoubtfulOpinion;

/** Has a model say what an enquiry is about; where it cannot or is not sure, that is the opinion. */
export async function classifyEnquiry(run: ProcessRun, enquiry: Enquiry): Promise<Opinion> {
  const { subject, text } = enquiry;
  const customer = customerOf(enquiry);
  const question = { step: 'classify', prompt: 'classify-enquiry', customer, variables: { subject, text } };
  return asOpinion(await askModel<'enquiry_classification', 'customer_words'>(run, question));
}

function asOpinion(result: ModelResult<EnquiryClassification>): Opinion {
  switch (result.kind) {
    case 'answer':
      return { kind: 'clear', answer: result.answer, by: result.by };
    case 'unsure':
      return {
        kind: 'doubtful',
        why: `What this is about is not clear: ${result.reason}`,
        reason: 'low-confidence',
        answer: result.answer,
        by: result.by,
      };
    case 'refused':
    case 'blocked':
    case 'failed':
      return {
        kind: 'doubtful',
        why: `No model could say what this is about: ${result.reason}`,
        reason: 'model-unavailable',
      };
  }
}
