import type { ReasonCode } from './approval.ts';

/** Why a person is asked, as people read it. */
export const reasonWords: Readonly<Record<string, string>> = {
  'every-reply': 'Every reply is looked at by a person',
  complaint: 'It is a complaint',
  'unfounded-claims': 'The message says what no record has',
  'low-confidence': 'The model was not sure enough',
  'model-unavailable': 'No model could answer',
  clarification: 'The customer would have to be asked',
  'decision-void': 'The decision before did not hold',
  'nobody-decided': 'Nobody decided in time',
  'no-answer': 'The customer did not answer',
  'answer-void': 'The answer of the customer did not hold',
  'another-person': 'A rule asks for another person',
  'needs-owner': 'An enquiry needs somebody who sees to it',
  'left-behind': 'A run gave up, and something that it did stays',
  unconfirmed: 'It is not known whether a message left',
} satisfies Record<ReasonCode, string>;
