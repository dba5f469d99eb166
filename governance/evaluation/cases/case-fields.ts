import { z } from 'zod';

/** What every case has. */
export const caseFields = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  /** The kind of mail. */
  template: z.string().min(1),
  hard: z.boolean(),
  /** ISO 639-1, of the sender's own words. */
  mailLanguage: z.string().length(2),
};
