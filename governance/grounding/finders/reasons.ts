import { type Finder, matching, unfounded } from '../finding.ts';
import { reasons as reasonWords } from '../words/reasons.ts';
import { isSupposed } from './supposed.ts';

/** Why it is as it is: of an order nobody has written that down, but colleagues may have said it. */
export const reasons: Finder = {
  isAboutWholeClauses: true,
  *find(reading, { trusted }) {
    for (const clause of reading.clauses) {
      const match = reasonWords.exec(clause.text);
      if (!match || isSupposed(reading, clause)) continue;
      const start = clause.start + match.index;
      const span = { start, end: clause.start + clause.text.trimEnd().length };
      yield trusted.records.includes(clause.text.slice(match.index).trim().toLowerCase().slice(0, 30))
        ? matching('status', span, 'A text of the firm says so.')
        : unfounded('status', span, 'No record has a reason.');
    }
  },
};
