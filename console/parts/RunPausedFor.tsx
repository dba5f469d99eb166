import type { RunItem } from '#contracts/http/run.ts';
import { sayWhen } from '../format/when.ts';
import { useTargetTitle } from '../switches/use-target-name.ts';
import { switchTexts } from '../texts/switch-texts.ts';

/** In one line, what a run in a list waits for and since when; nothing where it does not wait. */
export function RunPausedFor({ run: { paused, outcome } }: { run: Pick<RunItem, 'paused' | 'outcome'> }) {
  const titleOf = useTargetTitle();
  if (!paused || outcome) return null;
  const { inList, modelsInList } = switchTexts.paused;
  const { targets, models, since } = paused;
  const said =
    targets.length > 0
      ? inList(targets.map(titleOf).join(', '), sayWhen(since))
      : modelsInList(models.join(', '), sayWhen(since));
  return (
    <span className="paused-for small soft" title={said}>
      {said}
    </span>
  );
}
