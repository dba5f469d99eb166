import type { ModelFailureKind } from '#contracts/model-failure.ts';

/** What became of a call that brought no answer, after the name of its model. */
export const modelFailureTexts: Readonly<Record<ModelFailureKind, string>> = {
  'rate-limited': 'was asked too often',
  overloaded: 'broke down',
  'quota-spent': 'has nothing left of what was paid for',
  unreachable: 'could not be reached',
  'connection-lost': 'broke off before its answer was there',
  'timed-out': 'did not answer in time',
  'key-refused': 'did not accept our key',
  'model-not-found': 'is not known to its provider',
  'request-refused': 'would not take the question',
  'egress-refused': 'may not be reached from here',
  'too-large': 'answered more than is taken',
  'wrong-type': 'answered in another form than the protocol has',
  'unoffered-tool': 'called for a tool that nobody offered',
  'other-version': 'answered as another version of itself',
  'cut-off': 'was cut off',
  misshapen: 'answered in a form that cannot be used',
  refused: 'refused to answer',
  cancelled: 'was not waited for any more',
  'passed-over': 'was passed over',
  'limit-reached': 'was asked as often as it may be in a minute',
};
