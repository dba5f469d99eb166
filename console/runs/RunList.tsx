import { Button } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { RunFilters } from '../ask/runs.ts';
import { sayCount } from '../format/amounts.ts';
import { Failed } from '../states/Failed.tsx';
import { Notice } from '../states/Notice.tsx';
import { Stale } from '../states/Stale.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { texts } from '../texts/index.ts';
import { RunRow } from './RunRow.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import { useRunList } from './use-run-list.ts';

const heights = { wide: 46, narrow: 84 };
const ahead = 10;

/** The runs that were read so far; further ones are read as one gets near the end. Only rows in sight are drawn. */
export function RunList({ filters, filtered }: { filters: RunFilters; filtered: boolean }) {
  const { pages, newest, runs, waiting, showNew } = useRunList(filters);
  const height = useIsNarrow() ? heights.narrow : heights.wide;
  if (pages.isPending) return <Waiting />;
  if (pages.isError && runs.length === 0) return <Failed error={pages.error} retry={() => void pages.refetch()} />;
  if (runs.length === 0 && waiting === 0) return <NoRuns filtered={filtered} />;
  return (
    <>
      <Stale query={newest} />
      {waiting > 0 ? (
        <Button className="runs-new" variant="default" onClick={() => void showNew()}>
          {texts.runs.newOnes(sayCount(waiting))}
        </Button>
      ) : null}
      <Rows key={height} height={height} runs={runs} pages={pages} />
    </>
  );
}

function NoRuns({ filtered }: { filtered: boolean }) {
  const { title, advice } = filtered ? texts.runs.nothingFound : texts.runs.empty;
  return (
    <Notice tone="calm" title={title}>
      <p>{advice}</p>
    </Notice>
  );
}

interface RowsProps extends Pick<ReturnType<typeof useRunList>, 'runs' | 'pages'> {
  height: number;
}

function Rows({ runs, pages, height }: RowsProps) {
  const place = useRef<HTMLTableSectionElement>(null);
  const rows = useWindowVirtualizer({
    count: runs.length,
    estimateSize: () => height,
    overscan: ahead,
    scrollMargin: place.current?.offsetTop ?? 0,
    getItemKey: (index) => runs[index]?.id ?? index,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = pages;
  useEffect(() => {
    if (last >= runs.length - ahead && hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [last, runs.length, hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  return (
    <div className="runs">
      <table aria-label={texts.runs.list} aria-rowcount={hasNextPage ? -1 : runs.length + 1}>
        <Columns />
        <tbody ref={place} className="runs-rows" style={{ height: rows.getTotalSize() }}>
          {shown.map(({ index, key, start, size }) => {
            const run = runs[index];
            const style = { height: size, transform: `translateY(${start - rows.options.scrollMargin}px)` };
            return run ? <RunRow key={key} run={run} index={index} style={style} /> : null;
          })}
        </tbody>
      </table>
      <End pages={pages} />
    </div>
  );
}

function Columns() {
  const { state, process, reference, started, took, by } = texts.runs.columns;
  return (
    <thead className="runs-head">
      <tr className="runs-row" aria-rowindex={1}>
        {[state, process, reference, started, took, by].map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function End({ pages }: Pick<ReturnType<typeof useRunList>, 'pages'>) {
  if (pages.isFetchNextPageError) {
    return (
      <p className="runs-end" role="alert">
        {texts.runs.moreFailed}{' '}
        <Button size="compact-sm" variant="default" onClick={() => void pages.fetchNextPage()}>
          {texts.states.tryAgain}
        </Button>
      </p>
    );
  }
  return <p className="runs-end soft">{pages.hasNextPage ? texts.runs.loadingMore : texts.runs.end}</p>;
}
