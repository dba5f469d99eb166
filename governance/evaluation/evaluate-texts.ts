import type { TextAnswer } from '#contracts/answers/text-answer.ts';
import type { AskFilled } from './ask-case.ts';
import type { TextCase } from './cases/text-case.ts';
import type { HalfResult } from './evaluated-model.ts';
import type { LetterFault } from './letters/check-letter.ts';
import { normal, stands } from './letters/plain-text.ts';
import { usageOf } from './usage.ts';
import { type Share, shareOf } from './wilson.ts';

interface AnsweredText {
  given: TextCase;
  answer: TextAnswer | undefined;
  faults: readonly LetterFault[];
}

/** Answers about texts, judged with no model: what has to stand in them, what may not, and figures that the text has not. */
export async function evaluateTexts(
  cases: readonly TextCase[],
  ask: AskFilled<'text_answer'>,
): Promise<Pick<HalfResult, 'score' | 'usage' | 'misses'>> {
  const asked = [];
  for (const given of cases) asked.push({ given, ...(await ask({ offered: given.input })) });
  const answered = asked.map(({ given, result }): AnsweredText => {
    const answer = result.kind === 'answered' ? result.answer : undefined;
    return { given, answer, faults: answer ? checkText(answer, given) : [] };
  });
  return {
    score: { kind: 'drafts', ...scoreOf(answered) },
    usage: usageOf(asked),
    misses: answered.filter((each) => !isRight(each)).map(missOf),
  };
}

/** What is wrong with an answer, as far as words can tell. */
export function checkText({ text, confidence }: TextAnswer, { input, expected }: TextCase): LetterFault[] {
  const said = normal(text);
  const words = said.split(/\s+/).filter((word) => word !== '').length;
  const missing = expected.mustContain.filter((some) => !some.some((one) => stands(one, said, { inside: true })));
  const forbidden = expected.mustNotContain.filter((one) => stands(one, said, { inside: false }));
  const tooSure = expected.confidenceBelow !== null && confidence >= expected.confidenceBelow;
  return [
    ...(words > expected.maxWords ? [{ check: 'length', what: `${words} words` }] : []),
    ...missing.map((some) => ({ check: 'mustContain', what: some.join(' | ') })),
    ...forbidden.map((what) => ({ check: 'mustNotContain', what })),
    ...figuresOfNobody(said, input).map((what) => ({ check: 'figures', what })),
    ...(tooSure ? [{ check: 'confidence', what: String(confidence) }] : []),
  ];
}

/** Figures that stand neither in the text nor in the wish. */
function figuresOfNobody(said: string, { facts, text }: TextCase['input']): string[] {
  const known = new Set(figuresIn(normal(`${facts.wish}\n${text}`)));
  return figuresIn(said).filter((figure) => !known.has(figure));
}

function figuresIn(text: string): string[] {
  return text.match(/\d+(?:[.,:/-]\d+)*/g) ?? [];
}

function isRight({ answer, faults }: AnsweredText): boolean {
  return answer !== undefined && faults.length === 0;
}

function scoreOf(cases: readonly AnsweredText[]) {
  const written = cases.filter(({ answer }) => answer !== undefined);
  const founded = written.filter(({ faults }) => faults.every(({ check }) => check !== 'figures'));
  const checks = cases.flatMap(({ faults }) => [...new Set(faults.map(({ check }) => check))]);
  const counted = Map.groupBy(checks, (check) => check);
  return {
    right: shareRight(cases),
    rightWhereHard: shareRight(cases.filter(({ given }) => given.hard)),
    faults: [...counted].map(([check, own]) => ({ check, letters: own.length })),
    founded: shareOf(founded.length, written.length),
  };
}

function shareRight(cases: readonly AnsweredText[]): Share {
  return shareOf(cases.filter(isRight).length, cases.length);
}

function missOf({ given, answer, faults }: AnsweredText) {
  const what = faults.map((fault) => `${fault.check} (${fault.what})`).join('; ');
  return { id: given.id, what: answer ? what : 'no usable answer' };
}
