import { expect, test } from 'vitest';
import { modelFailureKinds, modelFailureRow } from '#contracts/model-failure.ts';
import { PaymentDoubt } from '#contracts/payment-doubt.ts';

test('every failure that may have been paid for has its words, and no other', () => {
  const perhaps = modelFailureKinds.filter((kind) => modelFailureRow(kind).paid === 'perhaps');
  expect(['not-recorded', ...perhaps].toSorted()).toEqual(PaymentDoubt.options.toSorted());
});
