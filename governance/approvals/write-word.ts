import type { DecisionSigner } from '#governance/keys/index.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { wordOfParty } from '#governance/questions/party.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Database } from '#platform/database/client.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Actor } from './acting-for.ts';
import type { DecideOrder } from './decide-order.ts';
import type { MayDecide } from './may-decide.ts';
import type { PreparedDecision } from './prepare-decision.ts';
import { type CountedVote, type Progress, progressOf } from './progress.ts';
import type { UnsignedWord } from './sign-word.ts';
import type { Situation } from './situation.ts';
import { votesWith } from './votes-with.ts';
import { createWriteDecision } from './write-decision.ts';
import { createWriteVote, type NoticeOfStage } from './write-vote.ts';

export interface WriteWordParts {
  database: Database;
  ledger: Ledger;
  seals: Seals;
  signer: DecisionSigner;
  rights: MayDecide;
  notice: NoticeOfStage;
}

/** A person's word, and whose it is. */
type GivenOrder = DecideOrder & Actor;

export type WriteWord = (
  situation: Situation,
  order: GivenOrder,
  prepared: PreparedDecision,
) => Promise<ApprovalRow | undefined>;

/** Writes somebody's word down with all that follows from it, in one statement. Nothing where others were faster. */
export function createWriteWord(parts: WriteWordParts): WriteWord {
  const writeDecision = createWriteDecision(parts);
  const writeVote = createWriteVote(parts);

  return async (situation, order, prepared) => {
    const { row, stage } = situation;
    const { by, request } = order;
    const { digest, fields, questionTo } = prepared;
    const after = progressAfter(situation, order, prepared);
    const onBehalfOf = order.onBehalfOf?.id ?? null;
    const asked = questionTo === undefined ? null : wordOfParty(questionTo);
    const word = {
      decision: request.decision,
      by: by.id,
      digest,
      at: new Date(),
      stage,
      onBehalfOf,
      questionTo: asked,
      fields,
    };
    const others = after.people.filter((person) => person !== by.id);
    return completes(situation, order, { after, fields })
      ? writeDecision(row, order, { ...prepared, word: { ...word, with: others, completes: true } })
      : writeVote(situation, order, { ...prepared, after, word: { ...word, with: [], completes: false } });
  };

  /** A refusal, a question or a take-over ends the task at once; agreement does where nobody else has to agree. */
  function completes(
    situation: Situation,
    { by, onBehalfOf, request }: GivenOrder,
    { after, fields }: { after: Progress } & Pick<UnsignedWord, 'fields'>,
  ): boolean {
    const { row, terms, stage } = situation;
    if (request.decision !== 'approve' && request.decision !== 'edit') return true;
    if (after.stage < terms.stages.length) return false;
    const edited = request.decision === 'edit' || row.editors.length > 0;
    const word = { terms, stage, by: onBehalfOf ?? by, decision: request.decision, fields };
    return parts.rights.isEnough(row, word, { approvers: after.people.length, edited });
  }
}

/** Where the text that the word is given on stands once it is given. */
function progressAfter(
  { terms, votes, stage }: Situation,
  { by, onBehalfOf }: GivenOrder,
  { digest, fields }: PreparedDecision,
): Progress {
  const word: CountedVote = { stage, person: by.id, onBehalfOf: onBehalfOf?.id ?? null, digest };
  return progressOf(terms, [...votesWith(votes, fields), word], digest);
}
