import type { ApprovalState } from '#contracts/approval.ts';

type Said = Partial<Record<ApprovalState, (who: string, when: string, forWhom: string) => string>>;
type ByState = Partial<Record<ApprovalState, string>>;

const inPlace = (forWhom: string) => (forWhom === '' ? '' : ` for ${forWhom}`);

export const outcomeTexts = {
  decided: {
    approved: (who, when, forWhom) => `Already decided: ${who} approved this${inPlace(forWhom)}, ${when}`,
    edited: (who, when, forWhom) => `Already decided: ${who} edited and approved this${inPlace(forWhom)}, ${when}`,
    rejected: (who, when, forWhom) => `Already decided: ${who} rejected this${inPlace(forWhom)}, ${when}`,
    clarified: (who, when, forWhom) => `Already decided: ${who} asked a question${inPlace(forWhom)}, ${when}`,
    'taken-over': (who, when, forWhom) => `Already decided: ${who} took this over${inPlace(forWhom)}, ${when}`,
  } as Said,
  closed: {
    expired: 'The time to decide is over',
    withdrawn: 'The task was withdrawn',
    void: 'The decision found here does not hold',
  } as ByState,
  advice: {
    expired: 'Nobody decided in time, so nothing was sent by it. To be asked anew, have an operator do the run again.',
    withdrawn: 'The run ended before anybody decided, so there is nothing to decide any more.',
    void: 'Nothing was done by it. The task was put before people anew and waits in the inbox.',
  } as ByState,
  nothingToDo: 'There is nothing left to do here.',
  reason: 'Reason',
  with: 'Together with',
  asked: 'Asked of',
  customer: 'the customer',
  signature: 'Signature',
  signatures: {
    valid: 'valid',
    invalid: 'not valid: tell an operator',
    erased: 'cannot be compared, since what was signed was erased',
    unknown: 'cannot be checked: the key is not there',
  },
};
