import { type Finder, matching } from '../finding.ts';
import { spanOf } from '../span.ts';

/** Names exactly as the records have them, with whatever numbers and signs they hold. */
export const wholeNames: Finder = {
  *find(reading, ground) {
    for (const name of ground.wholeNames.toSorted((left, right) => right.length - left.length)) {
      const words = name
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => RegExp.escape(word));
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])${words.join('\\s+')}(?:e?s|en|n)?(?![\\p{L}\\p{N}])`, 'giu');
      for (const match of reading.rest.matchAll(pattern))
        yield matching('name', spanOf(match), 'A record has this name.');
    }
  },
};
