import type { ApprovalDetail, WeighedFact } from '#contracts/http/approval.ts';
import { recordRows } from '#contracts/http/task-rows.ts';
import { labelOf } from '../format/label-of.ts';
import { Facts } from '../parts/Facts.tsx';
import { texts } from '../texts/index.ts';

const words = texts.approval.records;

/** What policies weigh, each with the record it came from; apart from that, what a model made of it. */
export function Records({ task: { facts, evidence } }: { task: ApprovalDetail }) {
  const records = facts.filter(({ kind }) => kind === 'record');
  const opinions = facts.filter(({ kind }) => kind === 'model');
  return (
    <section className="card" aria-labelledby="records">
      <h2 id="records">{words.title}</h2>
      {records.length > 0 ? <Weighed facts={records} /> : <p className="soft">{words.none}</p>}
      {opinions.length > 0 ? (
        <>
          <h3 className="records-opinions">{words.opinions}</h3>
          <Weighed facts={opinions} />
        </>
      ) : null}
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

function Weighed({ facts }: { facts: readonly WeighedFact[] }) {
  const shown = facts.map(({ name, text, from }) => ({
    name: words.names[name] ?? labelOf(name),
    value: (
      <>
        <span className="figures">{text}</span>{' '}
        {from === null ? null : <span className="soft small">{words.from(from)}</span>}
      </>
    ),
  }));
  return <Facts facts={shown} />;
}
