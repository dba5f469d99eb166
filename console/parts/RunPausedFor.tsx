import type { RunItem } from '#contracts/http/run.ts';
import { sayWhen } from '../format/when.ts';
import { useTargetTitle } from '../switches/use-target-name.ts';
import { budgetTexts } from '../texts/budget-texts.ts';
import { switchTexts } from '../texts/switch-texts.ts';

/** In one line, what a run in a list waits for and since when; nothing where it does not wait. */
export function RunPausedFor({ run: { paused, outcome } }: { run: Pick<RunItem, 'paused' | 'outcome'> }) {
  const titleOf = useTargetTitle();
  if (!paused || outcome) return null;
  const said = sayWhatFor(paused, titleOf);
  return (
    <span className="paused-for small soft" title={said}>
      {said}
    </span>
  );
}

type Paused = NonNullable<RunItem['paused']>;

function sayWhatFor(
  { targets, models, budgets, since }: Paused,
  titleOf: (target: Paused['targets'][number]) => string,
): string {
  const { inList, modelsInList } = switchTexts.paused;
  const when = sayWhen(since);
  if (targets.length > 0) return inList(targets.map(titleOf).join(', '), when);
  return budgets.length > 0
    ? budgetTexts.paused.inList(budgets.join(', '), when)
    : modelsInList(models.join(', '), when);
}
