import { VisuallyHidden } from '@mantine/core';
import type { RunListItem } from '#contracts/http/run.ts';
import { runsTexts } from '../texts/runs-texts.ts';
import type { Chosen } from './use-chosen.ts';

interface RunColumnsProps {
  runs: readonly RunListItem[];
  chosen: Chosen;
}

/** What the columns hold; on a narrow screen only who listens is told. */
export function RunColumns({ runs, chosen }: RunColumnsProps) {
  const { choose, state, process, reference, started, took, by } = runsTexts.columns;
  return (
    <thead className="runs-head">
      <tr className="runs-row" aria-rowindex={1}>
        <th scope="col">
          <VisuallyHidden>{choose}</VisuallyHidden>
          <ChooseAll runs={runs} chosen={chosen} />
        </th>
        {[state, process, reference, started, took, by].map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function ChooseAll({ runs, chosen }: RunColumnsProps) {
  const all = runs.filter(({ mayOperate }) => mayOperate);
  if (all.length === 0) return null;
  return (
    <input
      type="checkbox"
      aria-label={runsTexts.chooseAll}
      checked={all.every(({ id }) => chosen.ids.has(id))}
      onChange={({ currentTarget }) => (currentTarget.checked ? chosen.chooseAll() : chosen.clear())}
    />
  );
}
