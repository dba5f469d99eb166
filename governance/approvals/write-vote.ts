import { newId } from '#contracts/ids.ts';
import type { DecisionSigner } from '#governance/keys/index.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { TaskToTell } from '#governance/outbox/notices.ts';
import { actionPlace, decidedActionPlace, fieldsPlace, voteCommentPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Database } from '#platform/database/client.ts';
import { markLinkUsed } from '#store/approval-links.ts';
import { type AfterVote, countVote, insertVote, type VoteRow } from '#store/approval-votes.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { runIsOpen } from '#store/runs.ts';
import { type Write, writeTogether } from '#store/write-together.ts';
import type { DecideOrder } from './decide-order.ts';
import type { PreparedDecision } from './prepare-decision.ts';
import { type Progress, peopleOf, stageAt } from './progress.ts';
import { signWord, type UnsignedWord } from './sign-word.ts';
import type { Situation } from './situation.ts';
import { askedIn, wordsOf } from './terms.ts';
import { areSame } from './votes-with.ts';
import { wordBody, wordsOfFields } from './word-body.ts';

/** Tells the people who are asked next. */
export type NoticeOfStage = (task: TaskToTell) => Promise<Write | undefined>;

export interface GivenVote extends PreparedDecision {
  word: UnsignedWord;
  after: Progress;
}

/** Writes a word that others have to join: it is counted, its text is the one decided on from now on, and who is asked next is told. */
export function createWriteVote(parts: {
  database: Database;
  ledger: Ledger;
  seals: Seals;
  signer: DecisionSigner;
  notice: NoticeOfStage;
}) {
  const { database, ledger, notice, seals, signer } = parts;

  return async (situation: Situation, order: DecideOrder, given: GivenVote): Promise<ApprovalRow | undefined> => {
    const { row, terms, stage } = situation;
    const next = await standAfter(situation, given);
    const vote = await voteOf(situation, order, given);
    const body = {
      ...wordBody(row, { ...given.word, ...vote, decision: given.word.decision, link: order.link }),
      stage: stageAt(terms, stage).name,
    };
    const stands = { ...row, ...next, votes: row.votes + 1, claimedBy: null, claimedAt: null };
    // Nor is anybody asked for whom the word was given.
    const told = await notice({ ...stands, terms, voters: [...new Set([...stands.voters, ...given.after.heard])] });
    const isWritten = await writeTogether(database.direct, {
      condition: runIsOpen(row.runId),
      claim: countVote(row, { ...next, at: vote.at, by: peopleOf(vote) }),
      writes: [
        insertVote(vote),
        await ledger.entries({
          kind: 'vote-given',
          runId: row.runId,
          actor: vote.person,
          body,
          ...wordsOfFields(given),
        }),
        ...(told ? [told] : []),
        ...(order.link ? [markLinkUsed(order.link.tokenHash, vote.at)] : []),
      ],
    });
    return isWritten ? stands : undefined;
  };

  async function standAfter({ row, terms, votes }: Situation, { after, changed, word }: GivenVote): Promise<AfterVote> {
    const { editors, runId, voters } = row;
    const shared = {
      stage: Math.min(after.stage, terms.stages.length - 1),
      audience: wordsOf(askedIn(terms, { stage: after.stage, nextStep: row.nextStep })),
      digest: word.digest,
    };
    if (!changed) {
      const agreed = votes.every(({ fields }) => areSame(fields, word.fields)) ? voters : [];
      return { ...shared, actionSealed: new Uint8Array(row.actionSealed), editors, voters: [...agreed, word.by] };
    }
    const actionSealed = await seals.seal(runId, changed, actionPlace(row.id));
    const whoseWord = peopleOf({ person: word.by, onBehalfOf: word.onBehalfOf });
    return { ...shared, actionSealed, editors: [...new Set([...editors, ...whoseWord])], voters: [word.by] };
  }

  async function voteOf(
    { row, stage }: Situation,
    { request }: DecideOrder,
    { changed, fields, word }: GivenVote,
  ): Promise<VoteRow> {
    const id = newId('vote');
    const { comment } = request;
    return {
      id,
      approvalId: row.id,
      runId: row.runId,
      stage,
      person: word.by,
      onBehalfOf: word.onBehalfOf,
      decision: word.decision,
      digest: word.digest,
      actionSealed: changed ? await seals.seal(row.runId, changed, decidedActionPlace(id)) : null,
      commentSealed: comment === undefined ? null : await seals.seal(row.runId, comment, voteCommentPlace(id)),
      fieldsSealed: fields === undefined ? null : await seals.seal(row.runId, fields, fieldsPlace(id)),
      ...signWord(signer, row, word),
      at: word.at,
    };
  }
}
