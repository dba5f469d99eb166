import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Attention, type AttentionCounts, mostCounted } from '#contracts/http/run.ts';
import { attentionQuery } from '../ask/runs.ts';
import { sayCount } from '../format/amounts.ts';
import { runsTexts } from '../texts/runs-texts.ts';
import type { RunSearch } from './run-search.ts';

const words = runsTexts.views;

/** All runs, and the lists of those that somebody has to look at, each with an address of its own. */
export function RunViews({ search }: { search: RunSearch }) {
  const { data: counts } = useQuery(attentionQuery);
  return (
    <nav className="run-views" aria-label={words.label}>
      <View attention={undefined} search={search} />
      {Attention.options.map((attention) => (
        <View key={attention} attention={attention} search={search} counts={counts} />
      ))}
    </nav>
  );
}

interface ViewProps {
  attention: Attention | undefined;
  search: RunSearch;
  counts?: AttentionCounts | undefined;
}

function View({ attention, search, counts }: ViewProps) {
  const isShown = search.attention === attention;
  const link = useRef<HTMLAnchorElement>(null);
  // On a narrow screen the one that is shown may lie beside it.
  useEffect(() => {
    if (isShown) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isShown]);
  const count = attention && counts ? counts[attention] : 0;
  return (
    <Link
      ref={link}
      className="run-view"
      to="/runs"
      search={(attention ? { attention } : {}) as RunSearch}
      aria-current={isShown ? 'page' : undefined}
      activeProps={{}}
    >
      {attention ? runsTexts.attention[attention] : words.all}
      {count > 0 ? <span className="run-view-count figures">{sayAtMost(count)}</span> : null}
    </Link>
  );
}

function sayAtMost(count: number): string {
  return count < mostCounted ? sayCount(count) : words.orMore(sayCount(mostCounted));
}
