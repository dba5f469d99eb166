import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';

/** What was typed, kept in this tab: it outlasts a reload, a restart of Baton, and signing in again. */
export function useKeptDraft<Draft>(name: string, parse: (kept: unknown) => Draft) {
  const [draft, setDraft] = useState<Draft>(() => parse(readDraft(name)));
  return {
    draft,
    change: (next: Draft) => {
      setDraft(next);
      keepDraft(name, next);
    },
    forget: () => {
      setDraft(parse({}));
      dropDraft(name);
    },
  };
}
