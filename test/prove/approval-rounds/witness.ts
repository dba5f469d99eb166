import type { DecisionChoice, DecisionRequest } from '#contracts/approval.ts';
import { isAppError } from '#contracts/errors.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { People } from '#test/stack/people.ts';

export type AttemptResult = 'taken' | 'refused' | 'unanswered';

/** Somebody tried to decide, and this is what they heard. */
export interface Attempt {
  approvalId: string;
  by: string;
  decision: DecisionChoice;
  result: AttemptResult;
}

type Request = Partial<DecisionRequest> & Pick<DecisionRequest, 'decision'>;

/** Remembers who tried to decide what, for the comparison with the ledger. */
export interface Witness {
  attempts: readonly Attempt[];
  /** Decides as the doors do, or in the way given. */
  decide(task: ApprovalRow, by: string, request: Request, how?: () => Promise<unknown>): Promise<AttemptResult>;
}

export function createWitness(people: People): Witness {
  const attempts: Attempt[] = [];
  return {
    attempts,
    decide: async (task, by, request, how = () => people.decide(task, by, request)) => {
      const result = await resultOf(how);
      attempts.push({ approvalId: task.id, by, decision: request.decision, result });
      return result;
    },
  };
}

async function resultOf(decide: () => Promise<unknown>): Promise<AttemptResult> {
  try {
    await decide();
    return 'taken';
  } catch (error) {
    return isAppError(error) ? 'refused' : 'unanswered';
  }
}

/** Throws where somebody heard something else than they have to. */
export function mustBe(result: AttemptResult, expected: AttemptResult): void {
  if (result !== expected) throw new Error(`a decision that has to be ${expected} was ${result}`);
}
