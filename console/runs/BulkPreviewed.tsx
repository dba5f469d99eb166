import type { BulkPreview } from '#contracts/http/bulk.ts';
import type { RunItem } from '#contracts/http/run.ts';
import type { BulkVerb } from '../ask/bulk.ts';
import { Moment } from '../parts/Moment.tsx';
import { RunState } from '../parts/RunState.tsx';
import { useProcessTitle } from '../parts/use-process-title.ts';
import { runsTexts } from '../texts/runs-texts.ts';

const words = runsTexts.bulk;

interface BulkPreviewedProps {
  verb: BulkVerb;
  preview: BulkPreview;
  chosen: number;
}

/** Exactly the runs that would be touched, and why not more. */
export function BulkPreviewed({ verb, preview: { items, more }, chosen }: BulkPreviewedProps) {
  const { none, touched } = words.verbs[verb];
  const left = chosen - items.length;
  if (items.length === 0) return <p>{none}</p>;
  return (
    <>
      <p>{touched(items.length)}</p>
      <ul className="bulk-runs">
        {items.map((run) => (
          <PreviewedRun key={run.id} run={run} />
        ))}
      </ul>
      {more ? <p className="small soft">{words.more(items.length)}</p> : null}
      {left > 0 ? <p className="small soft">{words.leftOut(left)}</p> : null}
    </>
  );
}

function PreviewedRun({ run }: { run: RunItem }) {
  const titleOf = useProcessTitle();
  return (
    <li className="bulk-run">
      <span className="bulk-run-name">{[titleOf(run.process), run.reference].filter(Boolean).join(', ')}</span>
      <RunState run={run} />
      <span className="small soft">
        <Moment at={run.createdAt} />
      </span>
    </li>
  );
}
