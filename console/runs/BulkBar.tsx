import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { mostInBulk } from '#contracts/http/bulk.ts';
import type { BulkFilters, BulkVerb } from '../ask/bulk.ts';
import type { RunFilters } from '../ask/runs.ts';
import { sayCount } from '../format/amounts.ts';
import { runsTexts } from '../texts/runs-texts.ts';
import { BulkDialog } from './BulkDialog.tsx';
import type { Chosen } from './use-chosen.ts';

const words = runsTexts.bulk;

interface BulkBarProps {
  chosen: Chosen;
  filters: RunFilters;
  filtered: boolean;
}

/** What an operator may do with the runs chosen, or with all that fit the filters. */
export function BulkBar({ chosen, filters, filtered }: BulkBarProps) {
  const [asking, setAsking] = useState<{ verb: BulkVerb; filters: BulkFilters; chosen: number }>();
  const queries = useQueryClient();
  const count = chosen.ids.size;
  const ask = (verb: BulkVerb) =>
    setAsking({ verb, chosen: count, filters: count > 0 ? { runs: [...chosen.ids] } : filters });
  const end = ({ isDone }: { isDone: boolean }) => {
    setAsking(undefined);
    if (!isDone) return;
    chosen.clear();
    void queries.invalidateQueries({ queryKey: ['runs'] });
  };
  return (
    <section className="bulk-bar" aria-label={words.label} data-chosen={count > 0}>
      <p role="status">{describe(count, filtered)}</p>
      {count > 0 || filtered ? (
        <div className="bulk-bar-verbs">
          {(['cancel', 'retry'] as const).map((verb) => (
            <Button
              key={verb}
              size="compact-sm"
              variant="default"
              disabled={count > mostInBulk}
              onClick={() => ask(verb)}
            >
              {words[verb]}
            </Button>
          ))}
          {count > 0 ? (
            <Button size="compact-sm" variant="default" onClick={chosen.clear}>
              {words.clear}
            </Button>
          ) : null}
        </div>
      ) : null}
      {asking ? <BulkDialog {...asking} end={end} /> : null}
    </section>
  );
}

function describe(count: number, filtered: boolean): string {
  if (count > mostInBulk) return `${words.chosen(sayCount(count))}. ${words.most(sayCount(mostInBulk))}`;
  if (count > 0) return words.chosen(sayCount(count));
  return filtered ? words.allThatFit : runsTexts.keys;
}
