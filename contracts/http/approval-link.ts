import { z } from 'zod';
import { DecisionChoice, DecisionRequest } from '../approval.ts';
import { partyCalled } from '../question.ts';

/** The fields of a form as they came in, each once. */
export type LinkForm = Readonly<Record<string, string>>;

/** Before the name of a field that a task's own form asks for. */
export const fieldPrefix = 'field.';

/** What was typed into the fields of the task's form, and the rest of what the page sent. */
export function splitFields(sent: LinkForm): { texts: Record<string, string>; rest: LinkForm } {
  const isField = ([name]: [string, string]) => name.startsWith(fieldPrefix);
  const entries = Object.entries(sent);
  const texts = entries.filter(isField).map(([name, text]) => [name.slice(fieldPrefix.length), text]);
  return { texts: Object.fromEntries(texts), rest: Object.fromEntries(entries.filter((each) => !isField(each))) };
}

/** A decision as the form of a page carries it: its text fields are those an edit may change, or the question. */
export const LinkDecision = z
  .strictObject({
    decision: DecisionChoice,
    digest: z.string(),
    subject: z.string().optional(),
    text: z.string().optional(),
    to: z.string().optional(),
    comment: z.string().optional(),
  })
  .transform(({ decision, digest, subject, text, to, comment }): z.input<typeof DecisionRequest> => {
    const content = { ...(subject === undefined ? {} : { subject }), ...(text === undefined ? {} : { text }) };
    return {
      decision,
      digest,
      ...(Object.keys(content).length > 0 ? { content } : {}),
      ...(to === undefined ? {} : { to: partyCalled(to) }),
      ...(comment ? { comment } : {}),
    };
  })
  .pipe(DecisionRequest);
