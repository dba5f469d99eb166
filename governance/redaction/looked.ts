import type { Found, Recogniser } from './recognisers/recogniser.ts';
import { remembered } from './remembered.ts';
import { type Views, viewsOf } from './views/views-of.ts';

/** What was seen in the texts of one call, so that none is looked at twice. It holds those texts, and goes with the call. */
export interface Looked {
  viewsOf(input: string): Views;
  /** What a recogniser finds in a text, as it finds it. */
  find(recogniser: Recogniser, text: string): Iterable<Found>;
}

export function createLooked(): Looked {
  const seen = new Map<Recogniser, Map<string, readonly Found[]>>();

  function* finding(recogniser: Recogniser, text: string, known: Map<string, readonly Found[]>): Generator<Found> {
    const found: Found[] = [];
    for (const one of recogniser.find(text)) {
      found.push(one);
      yield one;
    }
    known.set(text, found);
  }

  return {
    viewsOf: remembered(viewsOf),
    find: (recogniser, text) => {
      const known = seen.get(recogniser) ?? new Map<string, readonly Found[]>();
      seen.set(recogniser, known);
      return known.get(text) ?? finding(recogniser, text, known);
    },
  };
}
