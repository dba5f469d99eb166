import { Button } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { RunFilters } from '../ask/runs.ts';
import { sayCount } from '../format/amounts.ts';
import { useIsNarrow } from '../parts/use-is-narrow.ts';
import { Failed } from '../states/Failed.tsx';
import { Notice } from '../states/Notice.tsx';
import { Stale } from '../states/Stale.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { runsTexts } from '../texts/runs-texts.ts';
import { stateTexts } from '../texts/state-texts.ts';
import { BulkBar } from './BulkBar.tsx';
import { RunColumns } from './RunColumns.tsx';
import { RunRow } from './RunRow.tsx';
import { type Chosen, useChosen } from './use-chosen.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useRunList } from './use-run-list.ts';

const heights = { wide: 46, narrow: 64 };
const ahead = 10;
/** What stays in sight over the rows that were scrolled by. */
const headHeight = 88;

/** The runs that were read so far; further ones are read as one gets near the end. Only rows in sight are drawn. */
export function RunList({ filters, filtered }: { filters: RunFilters; filtered: boolean }) {
  const { pages, newest, runs, waiting, showNew } = useRunList(filters);
  const chosen = useChosen(runs);
  const height = useIsNarrow() ? heights.narrow : heights.wide;
  if (pages.isPending) return <Waiting />;
  if (pages.isError && runs.length === 0) return <Failed error={pages.error} retry={() => void pages.refetch()} />;
  if (runs.length === 0 && waiting === 0) return <NoRuns filtered={filtered} />;
  return (
    <>
      <Stale query={newest} />
      {waiting > 0 ? (
        <Button className="runs-new" variant="default" onClick={() => void showNew()}>
          {runsTexts.newOnes(sayCount(waiting))}
        </Button>
      ) : null}
      {runs.some(({ mayOperate }) => mayOperate) ? (
        <BulkBar chosen={chosen} filters={filters} filtered={filtered} />
      ) : null}
      <Rows key={height} height={height} runs={runs} pages={pages} chosen={chosen} />
    </>
  );
}

function NoRuns({ filtered }: { filtered: boolean }) {
  const { title, advice } = filtered ? runsTexts.nothingFound : runsTexts.empty;
  return (
    <Notice tone="calm" title={title}>
      <p>{advice}</p>
    </Notice>
  );
}

interface RowsProps extends Pick<ReturnType<typeof useRunList>, 'runs' | 'pages'> {
  height: number;
  chosen: Chosen;
}

function Rows({ runs, pages, height, chosen }: RowsProps) {
  const place = useRef<HTMLTableSectionElement>(null);
  const rows = useWindowVirtualizer({
    count: runs.length,
    estimateSize: () => height,
    overscan: ahead,
    scrollPaddingStart: headHeight,
    scrollMargin: place.current?.offsetTop ?? 0,
    getItemKey: (index) => runs[index]?.id ?? index,
  });
  const onKeyDown = useRowKeys({ place, count: runs.length, chosen, scrollTo: (index) => rows.scrollToIndex(index) });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = pages;
  useEffect(() => {
    if (last >= runs.length - ahead && hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [last, runs.length, hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  return (
    <div className="runs">
      <table aria-label={runsTexts.list} aria-rowcount={hasNextPage ? -1 : runs.length + 1}>
        <RunColumns runs={runs} chosen={chosen} />
        <tbody ref={place} className="runs-rows" style={{ height: rows.getTotalSize() }} onKeyDown={onKeyDown}>
          {shown.map(({ index, key, start, size }) => {
            const run = runs[index];
            const style = { height: size, transform: `translateY(${start - rows.options.scrollMargin}px)` };
            return run ? <RunRow key={key} run={run} index={index} style={style} chosen={chosen} /> : null;
          })}
        </tbody>
      </table>
      <End pages={pages} />
    </div>
  );
}

function End({ pages }: Pick<ReturnType<typeof useRunList>, 'pages'>) {
  if (pages.isFetchNextPageError) {
    return (
      <p className="runs-end" role="alert">
        {runsTexts.moreFailed}{' '}
        <Button size="compact-sm" variant="default" onClick={() => void pages.fetchNextPage()}>
          {stateTexts.tryAgain}
        </Button>
      </p>
    );
  }
  return <p className="runs-end soft">{pages.hasNextPage ? runsTexts.loadingMore : runsTexts.end}</p>;
}
