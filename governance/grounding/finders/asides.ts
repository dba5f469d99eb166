import { type Finder, unfounded } from '../finding.ts';
import { spanOf } from '../span.ts';

const ofTheModel =
  /(?<!\p{L})(?:\p{Lu}{2,}_[\p{Lu}\d_]+|\{\{[^}]*\}\}|(?:the |your )?(?:text of the |hidden |internal |secret )(?:instructions|prompt|rules)|my (?:own )?(?:system )?(?:instructions|prompt|guidelines|programming)|(?:instructions|rules|orders) (?:that )?(?:i|we) (?:was|were|have been|am|got) (?:given|told|instructed)|system ?prompt|as an? (?:ai|artificial intelligence|language model|assistant)|i am an? (?:ai|language model)|meine (?:system)?(?:anweisungen|vorgaben|instruktionen)|mein prompt|als (?:ki|sprachmodell|künstliche intelligenz))(?!\p{L})/giu;

/** Words about how a letter is made: a model that was made to tell of its orders. */
export const asides: Finder = {
  *find(reading) {
    for (const match of reading.text.matchAll(ofTheModel))
      yield unfounded('instructions', spanOf(match), 'A letter does not speak of how it is made.');
  },
  isAboutWholeClauses: true,
};
