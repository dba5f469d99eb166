import { Link } from '@tanstack/react-router';
import type { RunDetail } from '#contracts/http/run.ts';
import { sayWhen } from '../format/when.ts';
import { usePersonName } from '../parts/use-person-name.ts';
import { useTargetName } from '../switches/use-target-name.ts';
import { switchTexts } from '../texts/switch-texts.ts';
import { RunWithoutRoom } from './RunWithoutRoom.tsx';
import { sayPaused } from './say-now.ts';

const words = switchTexts.paused;

interface Paused extends Pick<RunDetail, 'pauses'> {
  since: string;
}

/** What the run waits for, since when, and what lets it go on. */
export function RunPaused({ pauses, since }: Paused) {
  const models = [...new Set(pauses.flatMap((pause) => pause.models))];
  return (
    <section className="card run-summary" data-tone="warning" aria-labelledby="summary">
      <h2 id="summary">{sayPaused(pauses)}</h2>
      {models.length > 0 && (
        <p>
          {words.region.about(models.join(', '))} {words.since(sayWhen(since))} {words.region.next}
        </p>
      )}
      {pauses.some(({ budgets }) => budgets.length > 0) && <RunWithoutRoom pauses={pauses} />}
      {pauses.some(({ switches }) => switches.length > 0) && <SwitchedOff pauses={pauses} since={since} />}
    </section>
  );
}

/** What is switched off, by whom and why. */
function SwitchedOff({ pauses, since }: Paused) {
  const nameOf = usePersonName();
  const targetName = useTargetName();
  const switches = new Map(pauses.flatMap((pause) => pause.switches.map((each) => [each.id, each] as const)));
  return (
    <>
      {[...switches.values()].map(({ id, target, pulledBy, pulledAt, reason }) => (
        <p key={id}>
          {words.who(targetName(target), nameOf(pulledBy), sayWhen(pulledAt))} <q>{reason}</q>
        </p>
      ))}
      <p>
        {words.since(sayWhen(since))} {words.next} <Link to="/registry/switches">{words.where}</Link>
      </p>
    </>
  );
}
