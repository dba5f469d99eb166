import { addressesTheModel } from './keywords/orders-to-the-model.ts';
import type { Tongue } from './language.ts';
import { reworded } from './reworded.ts';

/** What colleagues answered, as it may be told to a customer, and what they did not know either. */
export interface ToldByColleagues {
  known: readonly string[];
  /** In a word or two of theirs; empty where they named nothing. */
  unknown: readonly string[];
}

/** Notes of colleagues are short; a customer gets sentences in other words, and nothing of who should be asked or of what a model should do. */
export function readColleagueAnswers(answers: readonly string[], tongue: Tongue): ToldByColleagues {
  const written = answers.flatMap((answer) => sentencesOf(writtenOut(answer)));
  const sentences = written.filter((sentence) => !addressesTheModel(sentence));
  const known = sentences.filter((sentence) => !isDoubt(sentence));
  return {
    known: known.map((sentence, index) => asSentence(reworded(sentence, tongue, { isFirst: index === 0 }))),
    unknown: sentences.filter(isDoubt).map(topicOf),
  };
}

const doubt =
  /\b(?:don't know|do not know|not sure|no idea|would have to (?:say|ask|check)|ask (?:the|in|our)|keine ahnung|weiß (?:ich )?nicht|nicht sicher|müsste man|bitte .{0,20}fragen|aucune idée|ne sais pas|geen idee|weet (?:ik )?niet)\b/i;

function isDoubt(sentence: string): boolean {
  return doubt.test(sentence);
}

function topicOf(sentence: string): string {
  const named =
    /^(?<topic>[^:]{2,40}):/.exec(sentence) ??
    /\b(?:about|on|regarding|zu|über|wegen) (?<topic>[\p{L} -]{2,30})/u.exec(sentence);
  return named?.groups?.topic?.trim().toLowerCase() ?? '';
}

const longForms: readonly (readonly [RegExp, string])[] = [
  [/\bmax\.? (?=\d)/gi, 'at most '],
  [/\bincl\./gi, 'including'],
  [/\bapprox\./gi, 'about'],
  [/ = /g, ' is '],
  [/\binkl\./gi, 'einschließlich'],
  [/\bca\./gi, 'etwa'],
  [/(?<=\d )min\b\.?/g, 'min'],
];

function writtenOut(answer: string): string {
  return longForms.reduce((text, [short, long]) => text.replace(short, long), answer);
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}\d])/u).filter((sentence) => sentence.trim() !== '');
}

function asSentence(note: string): string {
  const text = note.trim();
  const whole = /[.!?]$/.test(text) ? text : `${text}.`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}
