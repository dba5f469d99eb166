import { openBrowser } from '#test/stack/open-browser.ts';
import { createBench } from '../create-bench.ts';
import { measure } from './measure.ts';
import { openLists } from './open-lists.ts';
import { readOptions } from './options.ts';
import { scrollRuns } from './scroll.ts';
import { formatTable } from './table.ts';

/** How fast lists answer at the API when there is very much to list, and how they scroll in a browser. */
export const runList = createBench({
  readOptions,
  measure: async (lifecycle, options) => {
    const lists = await openLists(lifecycle, options);
    const measured = await measure(lists.url, { asks: options.asks, runs: lists.runs });
    const scrolled = await scrollRuns(await openBrowser(lifecycle), lists);
    return formatTable(measured, { ...lists, scrolled });
  },
});
