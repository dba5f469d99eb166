import { z } from 'zod';
import { parseDuration } from '#contracts/duration.ts';
import { isAppError } from '#contracts/errors.ts';
import { parseSpan } from '#contracts/span.ts';

/** A name as files, people and models carry it. */
export const Name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

/** A sentence for people. */
export const Sentence = z.string().trim().min(1, 'must not be empty');

/** A duration as people write it, read as milliseconds. */
export const Duration = writtenAs(parseDuration);

/** A span as people write it: a duration, or business minutes, hours or days. */
export const WrittenSpan = writtenAs(parseSpan);

export const VariableName = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of an environment variable');

function writtenAs<Value>(read: (text: string) => Value) {
  return z.string().transform((text, context) => {
    try {
      return read(text);
    } catch (error) {
      if (!isAppError(error)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
      return z.NEVER;
    }
  });
}
