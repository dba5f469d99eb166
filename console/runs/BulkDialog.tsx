import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkResult } from '#contracts/http/bulk.ts';
import { type BulkFilters, type BulkVerb, bulkPreviewQuery, confirmBulk } from '../ask/bulk.ts';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';
import { Failed } from '../states/Failed.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { runsTexts } from '../texts/runs-texts.ts';
import { BulkPreviewed } from './BulkPreviewed.tsx';
import { BulkResults } from './BulkResults.tsx';

interface BulkDialogProps {
  verb: BulkVerb;
  filters: BulkFilters;
  /** How many were chosen one by one; none where filters say which. */
  chosen: number;
  end(how: { isDone: boolean }): void;
}

/** First what would be touched, then the reason, then what came of each. */
export function BulkDialog({ verb, filters, chosen, end }: BulkDialogProps) {
  const preview = useQuery(bulkPreviewQuery(verb, filters));
  const [done, setDone] = useState<{ reason: string; results: readonly BulkResult[] }>();
  const { title, about, confirm } = runsTexts.bulk.verbs[verb];
  const { items = [], token = '' } = preview.data ?? {};
  const act = async (reason: string) => {
    const { results } = await confirmBulk(verb, { token, reason });
    setDone((before) => ({ reason, results: results.map((result) => doneBefore(before?.results, result)) }));
  };
  if (done) {
    const goOn = () => act(done.reason);
    return (
      <BulkResults verb={verb} runs={items} results={done.results} goOn={goOn} close={() => end({ isDone: true })} />
    );
  }
  return (
    <ReasonDialog
      words={{ title, about, confirm: confirm(items.length) }}
      dangerous={verb === 'cancel'}
      ready={items.length > 0}
      act={act}
      close={() => end({ isDone: false })}
    >
      {preview.isPending ? <Waiting /> : null}
      {preview.isError ? <Failed error={preview.error} retry={() => void preview.refetch()} /> : null}
      {preview.data ? <BulkPreviewed verb={verb} preview={preview.data} chosen={chosen} /> : null}
    </ReasonDialog>
  );
}

/** What was done the first time is refused the second. */
function doneBefore(before: readonly BulkResult[] = [], result: BulkResult): BulkResult {
  return before.find(({ run, done }) => done && run === result.run) ?? result;
}
