import { Link } from '@tanstack/react-router';
import type { RunDetail } from '#contracts/http/run.ts';
import { sayWhen } from '../format/when.ts';
import { usePersonName } from '../parts/use-person-name.ts';
import { useTargetName } from '../switches/use-target-name.ts';
import { switchTexts } from '../texts/switch-texts.ts';

const words = switchTexts.paused;

/** That the run waits since something is switched off, by whom and why, and what lets it go on. */
export function RunPaused({ pauses, since }: Pick<RunDetail, 'pauses'> & { since: string }) {
  const nameOf = usePersonName();
  const targetName = useTargetName();
  const switches = new Map(pauses.flatMap((pause) => pause.switches.map((each) => [each.id, each] as const)));
  return (
    <section className="card run-summary" data-tone="warning" aria-labelledby="summary">
      <h2 id="summary">{words.title}</h2>
      {[...switches.values()].map(({ id, target, pulledBy, pulledAt, reason }) => (
        <p key={id}>
          {words.who(targetName(target), nameOf(pulledBy), sayWhen(pulledAt))} <q>{reason}</q>
        </p>
      ))}
      <p>
        {words.since(sayWhen(since))} {words.next} <Link to="/registry/switches">{words.where}</Link>
      </p>
    </section>
  );
}
