import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import type { RunListItem } from '#contracts/http/run.ts';
import { saySpan } from '../format/span.ts';
import { Moment } from '../parts/Moment.tsx';
import { RunPausedFor } from '../parts/RunPausedFor.tsx';
import { RunState } from '../parts/RunState.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { useProcessTitle } from '../parts/use-process-title.ts';
import { runsTexts } from '../texts/runs-texts.ts';
import type { Chosen } from './use-chosen.ts';

interface RunRowProps {
  run: RunListItem;
  index: number;
  style: CSSProperties;
  chosen: Chosen;
}

/** One run in the list; the whole row leads to it. */
export function RunRow({ run, index, style, chosen }: RunRowProps) {
  const nameOf = usePersonName();
  const titleOf = useProcessTitle();
  const trigger = runsTexts.triggers[run.trigger] ?? run.trigger;
  return (
    <tr
      className="runs-row"
      aria-rowindex={index + 2}
      data-index={index}
      data-chosen={chosen.ids.has(run.id)}
      style={style}
    >
      <td className="runs-choose">
        <ChooseRun run={run} index={index} chosen={chosen} />
      </td>
      <td className="runs-state">
        <RunState run={run} />
      </td>
      <td className="runs-process">
        <Link className="runs-link" to="/runs/$id" params={{ id: run.id }}>
          {titleOf(run.process)}
        </Link>
        <RunPausedFor run={run} />
      </td>
      <td className="runs-reference figures">{run.reference ?? <NoReference />}</td>
      <td className="runs-started">
        <Moment at={run.createdAt} />
      </td>
      <td className="runs-took figures soft">
        {run.closedAt ? saySpan(Date.parse(run.closedAt) - Date.parse(run.createdAt)) : ''}
      </td>
      <td className="runs-by soft">
        {nameOf(run.startedBy)}
        {trigger ? <span className="runs-trigger">{`, ${trigger}`}</span> : null}
      </td>
    </tr>
  );
}

function NoReference() {
  return (
    <span className="runs-none soft">
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{runsTexts.noReference}</VisuallyHidden>
    </span>
  );
}

/** With Shift, all from the one chosen last. */
function ChooseRun({ run, index, chosen }: Omit<RunRowProps, 'style'>) {
  const titleOf = useProcessTitle();
  if (!run.mayOperate) return null;
  return (
    <input
      type="checkbox"
      aria-label={runsTexts.choose([titleOf(run.process), run.reference].filter(Boolean).join(', '))}
      checked={chosen.ids.has(run.id)}
      onClick={({ shiftKey }) => (shiftKey ? chosen.chooseTo(index) : chosen.toggle(index))}
      onChange={() => undefined}
    />
  );
}
