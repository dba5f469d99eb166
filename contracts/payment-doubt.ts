import { z } from 'zod';

/** Why nobody knows whether a call of a model was paid for: what came of it was not heard, or not written down. */
export const PaymentDoubt = z.enum([
  'not-recorded',
  'timed-out',
  'connection-lost',
  'cancelled',
  'too-large',
  'wrong-type',
]);
export type PaymentDoubt = z.infer<typeof PaymentDoubt>;

export const doubtWords: Record<PaymentDoubt, string> = {
  'not-recorded': 'the program that asked ended before it wrote down what came back',
  'timed-out': 'the model was asked and did not answer in time',
  'connection-lost': 'the connection broke after the model was asked',
  cancelled: 'the call was broken off here after the model was asked',
  'too-large': 'more came back than is read',
  'wrong-type': 'what came back was no answer of a model',
};
