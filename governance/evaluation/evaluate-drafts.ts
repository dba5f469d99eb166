import { unfoundedIn } from '#contracts/claim.ts';
import { checkClaims, type Sources } from '#governance/grounding/index.ts';
import { aFewAtATime } from './a-few-at-a-time.ts';
import type { AskFilled } from './ask-case.ts';
import { type DraftCase, offeredBy } from './cases/draft-case.ts';
import type { HalfResult, Miss } from './evaluated-model.ts';
import { checkLetter } from './letters/check-letter.ts';
import type { LetterWords } from './letters/read-letter-words.ts';
import { type DraftedCase, scoreDrafts } from './score-drafts.ts';
import { usageOf } from './usage.ts';

/** What letters are held against besides the record of each case. */
export interface LetterGround {
  words: LetterWords;
  firm: Pick<Sources, 'standingTexts' | 'orderNumberPattern' | 'timeZone'>;
}

export async function evaluateDrafts(
  cases: readonly DraftCase[],
  ask: AskFilled<'drafted_reply'>,
  ground: LetterGround,
): Promise<Pick<HalfResult, 'score' | 'usage' | 'misses'>> {
  const asked = await aFewAtATime(cases, async (given) => {
    const { name, email, country } = given.record.customer;
    return { given, ...(await ask({ offered: offeredBy(given), customer: { name, email, country } })) };
  });
  const drafted = asked.map(({ given, result }): DraftedCase => {
    if (result.kind !== 'answered') return { given, answer: undefined, faults: [], unfounded: [] };
    const { answer } = result;
    const faults = checkLetter(answer, given, ground.words);
    return { given, answer, faults, unfounded: unfoundedIn(checkClaims(answer, sourcesOf(given, ground))) };
  });
  return {
    score: { kind: 'drafts', ...scoreDrafts(drafted) },
    usage: usageOf(asked),
    misses: drafted.filter(({ answer, faults }) => !answer || faults.length > 0).map(missOf),
  };
}

function sourcesOf({ input, record }: DraftCase, { firm }: LetterGround): Sources {
  const { facts, subject, text } = input;
  return { ...firm, facts, enquiry: { name: record.customer.name, subject, text }, writtenAt: new Date() };
}

function missOf({ given, answer, faults }: DraftedCase): Miss {
  const what = faults.map((fault) => `${fault.check} (${fault.what})`).join('; ');
  return { id: given.id, what: answer ? what : 'no usable answer' };
}
