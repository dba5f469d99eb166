import type { ApprovalDetail, WeighedFact } from '#contracts/http/approval.ts';
import { recordRows } from '#contracts/http/task-rows.ts';
import { labelOf } from '../format/label-of.ts';
import { Facts } from '../parts/Facts.tsx';
import { type Names, useNames } from '../parts/use-names.ts';
import { approvalTexts } from '../texts/approval-texts.ts';

const words = approvalTexts.records;

/** What policies weigh, by the record it came from; apart from that, what a model made of it. */
export function Records({ task: { facts, evidence } }: { task: ApprovalDetail }) {
  const { connector } = useNames();
  const sources = Map.groupBy(facts, ({ kind, from }) => sayFrom(kind, from, connector));
  return (
    <section className="card task-records" aria-labelledby="records">
      <h2 id="records">{words.title}</h2>
      {facts.length === 0 ? <p className="soft">{words.none}</p> : null}
      {[...sources].map(([source, found]) => (
        <section key={source} className="source" aria-label={source}>
          <h3>{source}</h3>
          <Facts
            facts={found.map(({ name, text }) => ({
              name: words.names[name] ?? labelOf(name),
              value: <span className="figures">{text}</span>,
            }))}
          />
        </section>
      ))}
      {'kind' in evidence ? null : (
        <details className="small">
          <summary>{words.whole}</summary>
          <p className="soft">{words.minor}</p>
          <Facts facts={recordRows(evidence).map(([name, value]) => ({ name: labelOf(name), value }))} />
        </details>
      )}
    </section>
  );
}

/** `AF-101512 in postgres-orders` is told with the name of where it is kept. */
function sayFrom(kind: WeighedFact['kind'], from: string | null, connector: Names['connector']): string {
  if (from === null) return words.unknown;
  return kind === 'model' ? words.opinionsFrom(from) : words.from(from.replace(/[\w-]+$/, connector));
}
