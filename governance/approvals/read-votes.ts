import { DecisionChoice } from '#contracts/approval.ts';
import { DecisionFields } from '#contracts/approval-form.ts';
import type { ApprovalTerms } from '#contracts/approval-terms.ts';
import type { Person } from '#contracts/person.ts';
import type { DecisionVerifier } from '#governance/keys/index.ts';
import { fieldsPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { listVotes, type VoteRow } from '#store/approval-votes.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { DelegationRow } from '#store/delegations.ts';
import { covers } from './acting-for.ts';
import { decisionStatement } from './digest.ts';
import { mayActFor } from './may-act-for.ts';
import type { MayDecide } from './may-decide.ts';
import { createReadDelegations, type DelegationSeals } from './read-delegations.ts';
import { statementOf } from './sign-word.ts';
import type { CastVote } from './situation.ts';

export interface ReadVotesParts {
  verifier: DecisionVerifier;
  rights: MayDecide;
  seals: DelegationSeals & Pick<Seals, 'open'>;
  person(id: string): Person | undefined;
}

/** The votes on a task that count now: signed here, and by people who may still decide, or whom they acted for may. */
export function createReadVotes({ verifier, rights, person, seals }: ReadVotesParts) {
  const readDelegations = createReadDelegations(seals);

  return async (tx: Transaction, row: ApprovalRow, terms: ApprovalTerms): Promise<readonly CastVote[]> => {
    const votes = await Promise.all((await listVotes(tx, row.id)).map(withFields));
    const delegations = await delegationsOf(tx, votes);
    const counted: CastVote[] = [];
    for (const vote of votes) {
      if ((await isSignedHere(row, vote)) && mayStillGive(row, { terms, vote, delegations })) counted.push(vote);
    }
    return counted;
  };

  async function delegationsOf(tx: Transaction, votes: readonly VoteRow[]): Promise<readonly DelegationRow[]> {
    const given = votes.filter(({ onBehalfOf }) => onBehalfOf !== null);
    const [first] = given;
    if (!first) return [];
    return readDelegations(tx, { people: given.map((vote) => vote.person), since: first.at });
  }

  /** Fields that were erased are none, and the word that was signed over them counts no more. */
  async function withFields(vote: VoteRow): Promise<CastVote> {
    if (vote.fieldsSealed === null) return vote;
    const opened = await seals.open(vote.fieldsSealed, fieldsPlace(vote.id));
    return opened.kind === 'tombstone' ? vote : { ...vote, fields: DecisionFields.parse(opened.value) };
  }

  async function isSignedHere(row: ApprovalRow, vote: CastVote): Promise<boolean> {
    const choice = DecisionChoice.safeParse(vote.decision);
    if (!choice.success) return false;
    const decision = choice.data;
    const { person: by, digest, at, stage, onBehalfOf, signature, signatureKeyId: keyId } = vote;
    const { fields } = vote;
    const word = { decision, by, digest, at, stage, completes: false, with: [], onBehalfOf, questionTo: null, fields };
    const statement = decisionStatement(statementOf(row, word));
    return (await verifier.verify(statement, { keyId, signature })) === 'valid';
  }

  function mayStillGive(row: ApprovalRow, { terms, vote, delegations }: Given): boolean {
    const by = person(vote.person);
    if (!by) return false;
    const { fields, stage } = vote;
    const word = { terms, stage, by, decision: DecisionChoice.parse(vote.decision), fields };
    if (vote.onBehalfOf === null) return rights.mayDecide(row, word);
    const other = person(vote.onBehalfOf);
    return other !== undefined && wasDelegated(vote, delegations) && mayActFor(rights, row, { ...word, other });
  }
}

interface Given {
  terms: ApprovalTerms;
  vote: CastVote;
  delegations: readonly DelegationRow[];
}

function wasDelegated({ person, onBehalfOf, at }: VoteRow, delegations: readonly DelegationRow[]): boolean {
  return delegations.some((each) => each.toPerson === person && each.fromPerson === onBehalfOf && covers(each, at));
}
