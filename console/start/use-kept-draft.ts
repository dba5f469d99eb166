import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';
import type { Typed } from './typed-values.ts';

/** What was typed, kept in this tab: it outlasts a reload, a restart of Baton, and signing in again. */
export function useKeptDraft(process: string) {
  const [draft, setDraft] = useState<Typed>(() => readDraft(process));
  return {
    draft,
    change: (next: Typed) => {
      setDraft(next);
      keepDraft(process, next);
    },
    forget: () => {
      setDraft({});
      dropDraft(process);
    },
  };
}
