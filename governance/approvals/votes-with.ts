import type { DecisionFields } from '#contracts/approval-form.ts';
import { canonicalJson } from '#platform/canonical/digest.ts';
import type { CastVote } from './situation.ts';

/** Those that gave the same fields: like another text, other fields are another thing to agree to. */
export function votesWith(votes: readonly CastVote[], fields: DecisionFields | undefined): readonly CastVote[] {
  return votes.filter((vote) => areSame(vote.fields, fields));
}

export function areSame(one: DecisionFields | undefined, other: DecisionFields | undefined): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}
