import { Link } from '@tanstack/react-router';
import type { RunItem } from '#contracts/http/run.ts';
import { Moment } from '../parts/Moment.tsx';
import { RunPausedFor } from '../parts/RunPausedFor.tsx';
import { RunState } from '../parts/RunState.tsx';
import { useProcessTitle } from '../parts/use-process-title.ts';
import { runTexts } from '../texts/run-texts.ts';

/** The runs that this one had started, and where they stand. */
export function RunChildren({ childRuns }: { childRuns: readonly RunItem[] }) {
  const titleOf = useProcessTitle();
  if (childRuns.length === 0) return null;
  return (
    <section className="card" aria-labelledby="children">
      <h2 id="children">{runTexts.children}</h2>
      <ul className="things">
        {childRuns.map((run) => (
          <li key={run.id}>
            <span className="things-head">
              <Link to="/runs/$id" params={{ id: run.id }}>
                {titleOf(run.process)}
              </Link>
              <RunState run={run} />
            </span>
            <span className="soft">
              {run.reference ? `${run.reference}, ` : ''}
              <Moment at={run.createdAt} />
            </span>
            <RunPausedFor run={run} />
          </li>
        ))}
      </ul>
    </section>
  );
}
