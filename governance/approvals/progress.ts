import type { ApprovalStage, ApprovalTerms } from '#contracts/approval-terms.ts';

/** Somebody's word on a text, given in a stage. */
export interface CountedVote {
  stage: number;
  person: string;
  /** For whom it was given, where that is somebody else. */
  onBehalfOf: string | null;
  digest: string;
}

export interface Progress {
  /** The stage that is asked now, counted from 0; the number of stages where all have agreed. */
  stage: number;
  /** Whose words count towards that stage so far. */
  given: readonly string[];
  /** Whose words count in all. */
  people: readonly string[];
  /** Everybody who has given their word, or for whom it was given. */
  heard: readonly string[];
}

/**
 * How far a text has come: stage after stage, so many different people have to agree on exactly this text. Words on
 * another text do not count, so that whoever changes it asks everybody anew. A word on somebody's behalf is one word, and
 * the only one of both.
 */
export function progressOf({ stages }: ApprovalTerms, votes: readonly CountedVote[], digest: string): Progress {
  const people: string[] = [];
  const heard: string[] = [];
  for (const [index, stage] of stages.entries()) {
    const given: string[] = [];
    for (const vote of votes.filter((each) => each.stage === index && each.digest === digest)) {
      const both = peopleOf(vote);
      if (both.some((person) => heard.includes(person))) continue;
      given.push(vote.person);
      heard.push(...both);
    }
    people.push(...given);
    if (given.length < stage.quorum) return { stage: index, given, people, heard };
  }
  return { stage: stages.length, given: [], people, heard };
}

/** Whose word it is: of whoever gave it, and of whoever it was given for. */
export function peopleOf({ person, onBehalfOf }: Pick<CountedVote, 'person' | 'onBehalfOf'>): string[] {
  return onBehalfOf === null ? [person] : [person, onBehalfOf];
}

export function stageAt({ stages }: Pick<ApprovalTerms, 'stages'>, index: number): ApprovalStage {
  const stage = stages[Math.max(0, Math.min(index, stages.length - 1))];
  if (!stage) throw new RangeError('an approval has no stage');
  return stage;
}
