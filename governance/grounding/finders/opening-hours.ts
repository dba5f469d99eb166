import { type Finder, matching, unfounded } from '../finding.ts';
import { openingHours as pattern } from '../words/opening-hours.ts';
import { isSupposed } from './supposed.ts';

/** When the firm is open or can be reached, in words. */
export const openingHours: Finder = {
  isAboutWholeClauses: true,
  *find(reading, { trusted }) {
    for (const sentence of reading.sentences) {
      const match = pattern.exec(sentence.text);
      if (!match || isSupposed(reading, sentence)) continue;
      const start = sentence.start + match.index;
      const span = { start, end: start + match[0].length };
      yield trusted.clocks.size > 0
        ? matching('date', span, 'A text of the firm says when it is open.')
        : unfounded('date', span, 'No text of the firm says when it is open.');
    }
  },
};
