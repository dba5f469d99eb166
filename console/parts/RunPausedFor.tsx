import type { RunItem } from '#contracts/http/run.ts';
import { sayWhen } from '../format/when.ts';
import { useTargetTitle } from '../switches/use-target-name.ts';
import { switchTexts } from '../texts/switch-texts.ts';

/** In one line, what a run in a list waits for and since when; nothing where it does not wait. */
export function RunPausedFor({ run: { paused, outcome } }: { run: Pick<RunItem, 'paused' | 'outcome'> }) {
  const titleOf = useTargetTitle();
  if (!paused || outcome) return null;
  const said = switchTexts.paused.inList(paused.targets.map(titleOf).join(', '), sayWhen(paused.since));
  return (
    <span className="paused-for small soft" title={said}>
      {said}
    </span>
  );
}
