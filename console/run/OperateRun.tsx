import { Button, NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RunDetail } from '#contracts/http/run.ts';
import { cancelRun, retryRun } from '../ask/runs.ts';
import { labelOf } from '../format/label-of.ts';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';
import { runTexts } from '../texts/run-texts.ts';

/** What an operator may do with a run: end it while it goes on, have it done again once it is over. */
export function OperateRun({ detail }: { detail: RunDetail }) {
  const [asking, setAsking] = useState(false);
  const [from, setFrom] = useState('');
  const queries = useQueryClient();
  const { id, status } = detail.run;
  const closed = status === 'closed';
  const words = closed ? runTexts.retry : runTexts.cancel;
  const act = async (reason: string) => {
    await (closed ? retryRun(id, { reason, from }) : cancelRun(id, reason));
    await queries.invalidateQueries({ queryKey: ['runs'] });
    setAsking(false);
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {words.open}
      </Button>
      {asking ? (
        <ReasonDialog words={words} dangerous={!closed} act={act} close={() => setAsking(false)}>
          {closed ? (
            <NativeSelect
              label={runTexts.retry.from}
              value={from}
              onChange={({ currentTarget }) => setFrom(currentTarget.value)}
              data={[{ value: '', label: runTexts.retry.fromEnd }, ...stepsOf(detail)]}
            />
          ) : null}
        </ReasonDialog>
      ) : null}
    </>
  );
}

function stepsOf({ steps }: RunDetail): { value: string; label: string }[] {
  return [...new Set(steps.map(({ name }) => name))].map((value) => ({ value, label: labelOf(value) }));
}
