import { type Finder, type Finding, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { Clause, Reading } from '../reading.ts';
import { basesOf } from '../words/verb-forms.ts';
import { englishStatesIn } from './english-states.ts';
import { germanStatesIn } from './german-states.ts';
import type { State } from './state.ts';
import { saidIn } from './statuses.ts';
import { isSupposed } from './supposed.ts';

/** What things and carriers are said to be and to do, in words that neither a record nor a text of the firm has. */
export const states: Finder = {
  isAboutWholeClauses: true,
  *find(reading, ground) {
    for (const clause of reading.clauses)
      for (const state of statesOf(reading, clause)) if (!isOfCustomer(ground, state)) yield judge(ground, state);
  },
};

/** What somebody is sorry for is what the customer told. */
const regret =
  /(?<!\p{L})(?:sorry|apolog\p{L}*|regret|pity|shame|leid|bedauer\p{L}*|schade|ärgerlich|entschuldig\p{L}*)(?!\p{L})/iu;

function statesOf(reading: Reading, clause: Clause): Iterable<State> {
  if (isSupposed(reading, clause) || saidIn(clause)) return [];
  if (regret.test(reading.sentenceAt(clause.start).text)) return [];
  return reading.language === 'de' ? germanStatesIn(reading, clause) : englishStatesIn(clause);
}

function judge(ground: Ground, state: State): Finding {
  return isOfFirm(ground, state)
    ? matching('status', state, 'A text of the firm speaks of it.')
    : unfounded('status', state, 'No record says so.');
}

/** What the customer complains of is said back. */
function isOfCustomer({ askedText }: Ground, { word }: State): boolean {
  return stemsOf(word).some((stem) => askedText.toLowerCase().includes(stem));
}

function isOfFirm({ trusted }: Ground, { word, rest }: State): boolean {
  const around = rest.toLowerCase().match(/\p{L}{6,}/gu) ?? [];
  return [...stemsOf(word), ...around.map((other) => other.slice(0, 6))].some((stem) => trusted.records.includes(stem));
}

function stemsOf(word: string): string[] {
  return basesOf(word.toLowerCase()).filter((stem) => stem.length >= 4);
}
