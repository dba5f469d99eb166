import { type Finder, matching } from '../finding.ts';
import { spanOf } from '../span.ts';

/** Numbers of the records in any grouping: 6041 5475 1963, 1ZBW K23K 88. */
export const wholeReferences: Finder = {
  *find(reading, ground) {
    for (const reference of [...ground.references, ...ground.asked]) {
      const signs = [...reference].map((sign) => RegExp.escape(sign));
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${signs.join('[\\s._/-]{0,3}')}(?![\\p{L}\\p{N}])`, 'giu');
      for (const match of reading.rest.matchAll(pattern))
        yield matching('reference', spanOf(match), 'A record has this number.');
    }
  },
};
