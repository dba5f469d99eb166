import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DelegationItem } from '#contracts/http/delegation.ts';
import { failureOf } from '../ask/api-failure.ts';
import { makeDelegation } from '../ask/delegations.ts';
import { createKeyFor } from '../ask/key-for.ts';
import { useKeptDraft } from '../drafts/use-kept-draft.ts';
import {
  type DelegationDraft,
  type Mistakes,
  mistakesIn,
  parseDelegationDraft,
  requestOf,
} from './delegation-draft.ts';

interface Making {
  made(delegation: DelegationItem): void;
}

/** What is typed, and what comes of sending it; a refusal stands until something else is typed. */
export function useMaking({ made }: Making) {
  const queries = useQueryClient();
  const { draft, change, forget } = useKeptDraft('delegation', parseDelegationDraft);
  const [keyFor] = useState(createKeyFor);
  const making = useMutation({
    mutationFn: (typed: DelegationDraft) => {
      const body = requestOf(typed);
      return makeDelegation({ body, key: keyFor(body) });
    },
    onSuccess: async ({ delegation }) => {
      await queries.invalidateQueries({ queryKey: ['delegations'] });
      forget();
      made(delegation);
    },
  });
  return {
    draft,
    making,
    refused: refusedFields(making.error),
    change: (next: DelegationDraft) => {
      making.reset();
      change(next);
    },
    forget: () => {
      making.reset();
      forget();
    },
  };
}

function refusedFields(error: unknown): Mistakes {
  const failure = error ? failureOf(error) : undefined;
  return failure?.kind === 'problem' ? mistakesIn(failure.problem) : {};
}
