import { z } from 'zod';
import { KnownParty, PersonalType } from '#contracts/redaction.ts';

/** A span that must not leave, and whether it is of a party that the run knows. */
export interface Marked {
  type: PersonalType;
  isKnown: boolean;
  start: number;
  end: number;
}

export interface EvaluationDocument {
  id: string;
  parties: readonly KnownParty[];
  text: string;
  marked: readonly Marked[];
}

const Line = z.looseObject({
  id: z.string().min(1),
  template: z.string().min(1),
  parties: z.array(KnownParty),
  text: z.string().min(1),
});

const mark = /⟦(!?)([a-z-]+):([^⟦⟧]+)⟧/g;

/** Reads an evaluation set, one document a line; throws with the line that is wrong. */
export function parseDocuments(lines: string): EvaluationDocument[] {
  const written = lines.split('\n').filter((line) => line.trim() !== '');
  return written.map((line, index) => {
    try {
      return parseDocument(JSON.parse(line));
    } catch (error) {
      throw new SyntaxError(`line ${index + 1}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  });
}

function parseDocument(given: unknown): EvaluationDocument {
  const { id, parties, text } = Line.parse(given);
  const marked: Marked[] = [];
  const parts: string[] = [];
  let at = 0;
  let length = 0;
  const write = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  for (const match of text.matchAll(mark)) {
    const [whole, known, type, value = ''] = match;
    write(text.slice(at, match.index));
    marked.push({ type: PersonalType.parse(type), isKnown: known === '!', start: length, end: length + value.length });
    write(value);
    at = match.index + whole.length;
  }
  write(text.slice(at));
  const plain = parts.join('');
  if (/[⟦⟧]/.test(plain)) throw new SyntaxError(`${id} has a mark that is not closed, or in another`);
  return { id, parties, text: plain, marked };
}
