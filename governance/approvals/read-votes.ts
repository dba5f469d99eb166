import { DecisionChoice } from '#contracts/approval.ts';
import type { ApprovalTerms } from '#contracts/approval-terms.ts';
import type { Person } from '#contracts/person.ts';
import type { DecisionVerifier } from '#governance/keys/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { listVotes, type VoteRow } from '#store/approval-votes.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { decisionStatement } from './digest.ts';
import type { MayDecide } from './may-decide.ts';
import { statementOf } from './sign-word.ts';

export interface ReadVotesParts {
  verifier: DecisionVerifier;
  rights: MayDecide;
  person(id: string): Person | undefined;
}

/** The votes on a task that count now: signed here, and by people who may still decide. */
export function createReadVotes({ verifier, rights, person }: ReadVotesParts) {
  return async (tx: Transaction, row: ApprovalRow, terms: ApprovalTerms): Promise<readonly VoteRow[]> => {
    const counted: VoteRow[] = [];
    for (const vote of await listVotes(tx, row.id)) if (await counts(row, terms, vote)) counted.push(vote);
    return counted;
  };

  async function counts(row: ApprovalRow, terms: ApprovalTerms, vote: VoteRow): Promise<boolean> {
    const { decision: choice, person: by, digest, at, stage, onBehalfOf, signature, signatureKeyId: keyId } = vote;
    const voter = person(by);
    if (!voter) return false;
    const decision = DecisionChoice.parse(choice);
    const word = { decision, by, digest, at, stage, completes: false, with: [], onBehalfOf };
    const statement = decisionStatement(statementOf(row, word));
    if ((await verifier.verify(statement, { keyId, signature })) !== 'valid') return false;
    return rights.mayDecide(row, { terms, stage, by: voter, decision });
  }
}
