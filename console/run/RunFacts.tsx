import { Link } from '@tanstack/react-router';
import type { RunDetail } from '#contracts/http/run.ts';
import { sayCount } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { saySpan } from '../format/span.ts';
import { Facts } from '../parts/Facts.tsx';
import { Moment } from '../parts/Moment.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { runTexts } from '../texts/run-texts.ts';
import { runsTexts } from '../texts/runs-texts.ts';

const words = runTexts;

/** When, by whom, as what. */
export function RunFacts({ run }: Pick<RunDetail, 'run'>) {
  const nameOf = usePersonName();
  const trigger = runsTexts.triggers[run.trigger] ?? run.trigger;
  const by = words.startedAs(nameOf(run.startedBy), labelOf(run.starterRole).toLowerCase());
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      <Facts
        facts={[
          { name: words.started, value: <Moment at={run.createdAt} /> },
          { name: words.startedBy, value: [by, trigger].filter(Boolean).join(', ') },
          { name: words.ended, value: run.closedAt ? <Moment at={run.closedAt} /> : null },
          {
            name: words.took,
            value: run.closedAt ? saySpan(Date.parse(run.closedAt) - Date.parse(run.createdAt)) : null,
          },
          { name: words.partOf, value: run.parent ? <RunLink id={run.parent} /> : null },
          { name: words.execution, value: run.execution > 1 ? sayCount(run.execution) : null },
          { name: words.version, value: sayCount(run.version) },
          { name: words.id, value: <span className="id">{run.id}</span> },
        ]}
      />
    </section>
  );
}

function RunLink({ id }: { id: string }) {
  return (
    <Link className="id" to="/runs/$id" params={{ id }}>
      {id}
    </Link>
  );
}
