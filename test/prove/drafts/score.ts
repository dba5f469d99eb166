import { type Claim, unfoundedIn } from '#contracts/claim.ts';
import { checkClaims } from '#governance/grounding/index.ts';
import type { Draft } from './draft.ts';

export interface Judged {
  draft: Draft;
  unfounded: readonly Claim[];
}

export interface Score {
  wrong: number;
  wrongHeld: number;
  /** Held, and the mark is on the words that are wrong. */
  markedRight: number;
  /** How many are held of each kind of mistake. */
  kinds: readonly { kind: string; held: number; of: number }[];
  right: number;
  rightHeld: number;
  /** Wrong ones let through, and right ones held. */
  misses: readonly Judged[];
  p95Ms: number;
}

export const firm = {
  standingTexts: [
    'Kind regards\nCustomer service, Alder & Finch Home',
    'Kundenservice, Alder & Finch Home',
    'Order numbers begin with AF-, such as AF-104512',
  ],
  orderNumberPattern: '\\bAF-\\d{6}\\b',
  timeZone: 'Europe/London',
};

/** A wrong draft has to be held, a right one may not be. */
export function scoreDrafts(drafts: readonly Draft[]): Score {
  const times: number[] = [];
  const judged = drafts.map((draft): Judged => {
    const begun = performance.now();
    const claims = checkClaims(draft.draft, {
      facts: draft.facts,
      enquiry: draft.enquiry,
      writtenAt: new Date(draft.writtenAt),
      ...firm,
    });
    times.push(performance.now() - begun);
    return { draft, unfounded: unfoundedIn(claims) };
  });
  const wrong = judged.filter(({ draft }) => draft.wrong !== null);
  const right = judged.filter(({ draft }) => draft.wrong === null);
  const isHeld = ({ unfounded }: Judged) => unfounded.length > 0;
  return {
    wrong: wrong.length,
    wrongHeld: wrong.filter(isHeld).length,
    markedRight: wrong.filter(isMarkedRight).length,
    kinds: kindsOf(wrong),
    right: right.length,
    rightHeld: right.filter(isHeld).length,
    misses: [...wrong.filter((one) => !isHeld(one)), ...right.filter(isHeld)],
    p95Ms: times.toSorted((left, right) => left - right)[Math.floor(times.length * 0.95)] ?? 0,
  };
}

function kindsOf(wrong: readonly Judged[]): Score['kinds'] {
  const byKind = Object.entries(Object.groupBy(wrong, ({ draft }) => draft.wrong?.kind ?? ''));
  return byKind.map(([kind, those = []]) => ({
    kind,
    held: those.filter(({ unfounded }) => unfounded.length > 0).length,
    of: those.length,
  }));
}

function isMarkedRight({ draft, unfounded }: Judged): boolean {
  const words = draft.wrong?.text ?? '';
  return unfounded.some(({ field, start, end }) => {
    const at = draft.draft[field].indexOf(words);
    return at !== -1 && start < at + words.length && at < end;
  });
}
