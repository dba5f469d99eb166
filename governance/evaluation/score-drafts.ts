import type { DraftedReply } from '#contracts/answers/drafted-reply.ts';
import type { Claim } from '#contracts/claim.ts';
import type { DraftCase } from './cases/draft-case.ts';
import type { LetterFault } from './letters/check-letter.ts';
import { type Share, shareOf } from './wilson.ts';

/** A case with the letter that answers it and what is wrong with that; no letter counts as a failed one. */
export interface DraftedCase {
  given: DraftCase;
  answer: DraftedReply | undefined;
  faults: readonly LetterFault[];
  /** What the letter says that no record holds, as a person would be told who decides on it. */
  unfounded: readonly Claim[];
}

export interface DraftScore {
  /** Letters with no fault. */
  right: Share;
  rightWhereHard: Share;
  /** By check, the letters that do not pass it. */
  faults: readonly { check: string; letters: number }[];
  /** Letters of which every claim has a record. */
  founded: Share;
}

export function scoreDrafts(cases: readonly DraftedCase[]): DraftScore {
  const written = cases.filter(({ answer }) => answer !== undefined);
  const checks = cases.flatMap(({ faults }) => [...new Set(faults.map(({ check }) => check))]);
  return {
    right: shareRight(cases),
    rightWhereHard: shareRight(cases.filter(({ given }) => given.hard)),
    faults: [...new Set(checks)].toSorted().map((check) => ({
      check,
      letters: checks.filter((each) => each === check).length,
    })),
    founded: shareOf(written.filter(({ unfounded }) => unfounded.length === 0).length, written.length),
  };
}

function shareRight(cases: readonly DraftedCase[]): Share {
  return shareOf(
    cases.filter(({ answer, faults }) => answer !== undefined && faults.length === 0).length,
    cases.length,
  );
}
