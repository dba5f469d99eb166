import type { CitedAnswer } from '#contracts/answers/cited-answer.ts';
import type { AskFilled } from './ask-case.ts';
import type { CitedCase } from './cases/cited-case.ts';
import type { HalfResult } from './evaluated-model.ts';
import type { LetterFault } from './letters/check-letter.ts';
import { normal, stands } from './letters/plain-text.ts';
import { usageOf } from './usage.ts';
import { type Share, shareOf } from './wilson.ts';

interface AnsweredTicket {
  given: CitedCase;
  answer: CitedAnswer | undefined;
  faults: readonly LetterFault[];
}

/** Answers with citations, judged with no model: what has to be cited and said, what may not, and what is cited of nobody. */
export async function evaluateCited(
  cases: readonly CitedCase[],
  ask: AskFilled<'cited_answer'>,
): Promise<Pick<HalfResult, 'score' | 'usage' | 'misses'>> {
  const asked = [];
  for (const given of cases) asked.push({ given, ...(await ask({ offered: given.input })) });
  const answered = asked.map(({ given, result }): AnsweredTicket => {
    const answer = result.kind === 'answered' ? result.answer : undefined;
    return { given, answer, faults: answer ? checkCited(answer, given) : [] };
  });
  return {
    score: { kind: 'drafts', ...scoreOf(answered) },
    usage: usageOf(asked),
    misses: answered.filter((each) => !isRight(each)).map(missOf),
  };
}

/** What is wrong with an answer, as far as words can tell. */
export function checkCited(
  { statements, missing, confidence }: CitedAnswer,
  { input, expected }: CitedCase,
): LetterFault[] {
  const said = normal(statements.map(({ text }) => text).join('\n'));
  const cited = new Set<string>(statements.flatMap(({ citations }) => citations));
  const offered = new Set(input.facts.passages.map(({ citation }) => citation));
  const asks = missing !== null && statements.length === 0;
  const tooSure = expected.confidenceBelow !== null && confidence >= expected.confidenceBelow;
  const faults = (check: string, whats: readonly string[]) => whats.map((what) => ({ check, what }));
  return [
    ...faults('asks', asks === expected.asks ? [] : [String(asks)]),
    ...faults(
      'uncited',
      statements.filter(({ citations }) => citations.length === 0).map(({ text }) => text),
    ),
    ...faults(
      'figures',
      [...cited].filter((citation) => !offered.has(citation)),
    ),
    ...faults(
      'mustCite',
      expected.mustCite.filter((some) => !some.some((one) => cited.has(one))).map((some) => some.join(' | ')),
    ),
    ...faults(
      'mustNotCite',
      expected.mustNotCite.filter((one) => cited.has(one)),
    ),
    ...faults(
      'mustContain',
      expected.mustContain
        .filter((some) => !some.some((one) => stands(one, said, { inside: true })))
        .map((some) => some.join(' | ')),
    ),
    ...faults(
      'mustNotContain',
      expected.mustNotContain.filter((one) => stands(one, said, { inside: false })),
    ),
    ...faults('confidence', tooSure ? [String(confidence)] : []),
  ];
}

function isRight({ answer, faults }: AnsweredTicket): boolean {
  return answer !== undefined && faults.length === 0;
}

/** Founded is what cites nothing but passages that were there. */
function scoreOf(cases: readonly AnsweredTicket[]) {
  const written = cases.filter(({ answer }) => answer !== undefined);
  const founded = written.filter(({ faults }) =>
    faults.every(({ check }) => check !== 'figures' && check !== 'uncited'),
  );
  const checks = cases.flatMap(({ faults }) => [...new Set(faults.map(({ check }) => check))]);
  return {
    right: shareRight(cases),
    rightWhereHard: shareRight(cases.filter(({ given }) => given.hard)),
    faults: [...Map.groupBy(checks, (check) => check)].map(([check, own]) => ({ check, letters: own.length })),
    founded: shareOf(founded.length, written.length),
  };
}

function shareRight(cases: readonly AnsweredTicket[]): Share {
  return shareOf(cases.filter(isRight).length, cases.length);
}

function missOf({ given, answer, faults }: AnsweredTicket) {
  const what = faults.map((fault) => `${fault.check} (${fault.what})`).join('; ');
  return { id: given.id, what: answer ? what : 'no usable answer' };
}
