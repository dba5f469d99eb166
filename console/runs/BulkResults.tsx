import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { BulkResult } from '#contracts/http/bulk.ts';
import type { RunItem } from '#contracts/http/run.ts';
import type { BulkVerb } from '../ask/bulk.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { State } from '../parts/State.tsx';
import { useProcessTitle } from '../parts/use-process-title.ts';
import { Failed } from '../states/Failed.tsx';
import { runsTexts } from '../texts/runs-texts.ts';

const words = runsTexts.bulk;

interface BulkResultsProps {
  verb: BulkVerb;
  runs: readonly RunItem[];
  results: readonly BulkResult[];
  /** Does what was left when the work broke off. */
  goOn(): Promise<void>;
  close(): void;
}

/** What came of each run. */
export function BulkResults({ verb, runs, results, goOn, close }: BulkResultsProps) {
  const going = useMutation({ mutationFn: goOn });
  const isBrokenOff = results.some(({ code }) => code === 'bulk-interrupted');
  return (
    <Dialog title={words.results} close={close}>
      <div className="bulk-results">
        <p role="status">{summaryOf(verb, results)}</p>
        <ul className="bulk-runs">
          {results.map((result) => (
            <RunResult key={result.run} result={result} run={runs.find(({ id }) => id === result.run)} />
          ))}
        </ul>
        {going.isError ? <Failed error={going.error} /> : null}
        <div className="dialog-actions">
          <Button variant="default" onClick={close}>
            {words.close}
          </Button>
          {isBrokenOff ? (
            <Button loading={going.isPending} onClick={() => going.mutate()}>
              {words.goOn}
            </Button>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}

function summaryOf(verb: BulkVerb, results: readonly BulkResult[]): string {
  const done = results.filter((result) => result.done).length;
  const failed = results.length - done;
  const parts = [words.verbs[verb].done(done), ...(failed > 0 ? [words.failed(failed)] : [])];
  return `${parts.join(', ')}.`;
}

function RunResult({ result, run }: { result: BulkResult; run: RunItem | undefined }) {
  const titleOf = useProcessTitle();
  return (
    <li className="bulk-run">
      <span className="bulk-run-name">
        {run ? [titleOf(run.process), run.reference].filter(Boolean).join(', ') : result.run}
      </span>
      {result.done ? <State tone="good">{words.done}</State> : <State tone="wrong">{words.notDone}</State>}
      {result.detail ? <span className="bulk-run-why small soft">{`${result.detail}.`}</span> : null}
    </li>
  );
}
