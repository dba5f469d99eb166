import type { ApprovalStage, ApprovalTerms } from '#contracts/approval-terms.ts';

/** Somebody's word on a text, given in a stage. */
export interface CountedVote {
  stage: number;
  person: string;
  digest: string;
}

export interface Progress {
  /** The stage that is asked now, counted from 0; the number of stages where all have agreed. */
  stage: number;
  /** Whose words count towards that stage so far. */
  given: readonly string[];
  /** Whose words count in all. */
  people: readonly string[];
}

/**
 * How far a text has come: stage after stage, so many different people have to agree on exactly this text. Words on
 * another text do not count, so that whoever changes it asks everybody anew.
 */
export function progressOf({ stages }: ApprovalTerms, votes: readonly CountedVote[], digest: string): Progress {
  const people: string[] = [];
  for (const [index, stage] of stages.entries()) {
    const given = new Set(
      votes.filter((vote) => vote.stage === index && vote.digest === digest).map(({ person }) => person),
    );
    for (const person of people) given.delete(person);
    people.push(...given);
    if (given.size < stage.quorum) return { stage: index, given: [...given], people };
  }
  return { stage: stages.length, given: [], people };
}

export function stageAt({ stages }: ApprovalTerms, index: number): ApprovalStage {
  const stage = stages[Math.min(index, stages.length - 1)];
  if (!stage) throw new RangeError('an approval has no stage');
  return stage;
}
