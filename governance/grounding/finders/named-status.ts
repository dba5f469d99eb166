import { type Finder, matching, unfounded } from '../finding.ts';
import { isSupposed } from './supposed.ts';

/** How records name their states, and letters them, in quotation marks or behind the word itself. */
const names: Readonly<Record<string, string>> = {
  received: 'received|eingegangen|erhalten',
  packed: 'packed|gepackt|verpackt',
  shipped: 'shipped|dispatched|sent|versandt|verschickt|versendet',
  delivered: 'delivered|zugestellt|geliefert|ausgeliefert',
  delayed: 'delayed|late|verspätet|verzögert',
  cancelled: 'cancell?ed|storniert',
};
const quote = '["\u201c\u201d\u201e\u00ab\u00bb\'\u2018\u2019]';
const named = new RegExp(
  `(?<!\\p{L})status(?:\\s(?:of|von|der|for)\\s[^,.;:]{1,30}?)?\\s?(?:is|ist|lautet|shows|says|reads|zeigt|:|=)\\s?(?:now |currently |still |jetzt |noch |as )?${quote}?(${Object.values(names).join('|')})(?!\\p{L})`,
  'iu',
);

/** A status called by its name, which has to be the very one. */
export const namedStatus: Finder = {
  isAboutWholeClauses: true,
  *find(reading, { order }) {
    for (const sentence of reading.sentences) {
      const match = named.exec(sentence.text);
      if (!match || !order || isSupposed(reading, sentence)) continue;
      const span = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
      const said = match[1] ?? '';
      const [name = ''] = Object.entries(names).find(([, words]) => new RegExp(`^(?:${words})$`, 'i').test(said)) ?? [];
      yield name === order.status || !Object.hasOwn(names, order.status)
        ? matching('status', span, `The record says ${order.status}.`)
        : unfounded('status', span, `The record says ${order.status}.`);
    }
  },
};
