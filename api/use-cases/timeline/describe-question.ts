import type { TimelineKind } from '#contracts/http/timeline.ts';
import type { LedgerStatement } from '#contracts/ledger.ts';
import type { StrayReason } from '#contracts/question.ts';
import { partyOf } from '#governance/questions/party.ts';

interface SaidOfQuestion {
  kind: TimelineKind;
  text: string;
  approval?: string;
}

/** What was asked of the customer or a colleague, and what came of it, in a sentence. */
export function describeQuestion(statement: LedgerStatement): SaidOfQuestion | undefined {
  switch (statement.kind) {
    case 'question-opened': {
      const { approval, to } = statement.body;
      if (approval === undefined)
        return { kind: 'question', text: `What ${nameOf(to)} writes back to the reply is waited for.` };
      return { kind: 'question', text: `A question is put to ${nameOf(to)}; the run waits for the answer.`, approval };
    }
    case 'answer-received':
      return { kind: 'answer', text: `The answer of ${nameOf(statement.body.from)} came in; the run goes on with it.` };
    case 'question-closed':
      return statement.body.state === 'unanswered'
        ? { kind: 'question', text: 'No answer came in time; people are asked what to do.' }
        : { kind: 'question', text: 'The question was withdrawn: its answer is not waited for any more.' };
    case 'answer-void':
      return {
        kind: 'refused',
        text: 'What stood there as an answer was not taken in here: nothing was done with it. Look who writes into the database.',
      };
    case 'answer-refused': {
      const { why, run } = statement.body;
      const instead = run === undefined ? '' : ` It is an enquiry of its own: ${run}.`;
      return {
        kind: 'note',
        text: `A mail in the thread of a question did not count as its answer: ${reasons[why]}.${instead}`,
      };
    }
    case 'run-continues':
      return {
        kind: 'note',
        text: `It goes on with what run ${statement.body.run} was about: the customer wrote back after that was over.`,
      };
    default:
      return undefined;
  }
}

const reasons: Record<StrayReason, string> = {
  'another-sender': 'it came from somebody else than was asked',
  automatic: 'a machine wrote it',
  'answered-already': 'the question had its answer',
  'too-late': 'its time was over',
};

/** Whom a question went to, as the ledger names them. */
export function nameOf(word: string): string {
  const party = partyOf(word);
  return party.kind === 'customer' ? 'the customer' : party.person;
}
