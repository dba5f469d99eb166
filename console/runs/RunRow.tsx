import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import type { RunItem } from '#contracts/http/run.ts';
import { saySpan } from '../format/span.ts';
import { Moment } from '../parts/Moment.tsx';
import { RunState } from '../parts/RunState.tsx';
import { useProcessTitle } from '../parts/use-process-title.ts';
import { texts } from '../texts/index.ts';

interface RunRowProps {
  run: RunItem;
  index: number;
  style: CSSProperties;
}

/** One run in the list; the whole row leads to it. */
export function RunRow({ run, index, style }: RunRowProps) {
  const titleOf = useProcessTitle();
  const trigger = texts.runs.triggers[run.trigger] ?? run.trigger;
  return (
    <tr className="runs-row" aria-rowindex={index + 2} style={style}>
      <td className="runs-state">
        <RunState run={run} />
      </td>
      <td className="runs-process">
        <Link className="runs-link" to="/runs/$id" params={{ id: run.id }}>
          {titleOf(run.process)}
        </Link>
      </td>
      <td className="runs-reference figures">
        {run.reference ?? <span className="soft">{texts.runs.noReference}</span>}
      </td>
      <td className="runs-started">
        <Moment at={run.createdAt} />
      </td>
      <td className="runs-took figures soft">
        {run.closedAt ? saySpan(Date.parse(run.closedAt) - Date.parse(run.createdAt)) : ''}
      </td>
      <td className="runs-by soft">{[run.startedBy, trigger].filter(Boolean).join(', ')}</td>
    </tr>
  );
}
