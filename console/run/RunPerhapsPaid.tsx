import type { RunDetail } from '#contracts/http/run.ts';
import { Moment } from '../parts/Moment.tsx';
import { perhapsPaidTexts as words } from '../texts/perhaps-paid-texts.ts';

/** Calls of models that nobody heard the answer of, and that may have been paid for. */
export function RunPerhapsPaid({ perhapsPaid }: Pick<RunDetail, 'perhapsPaid'>) {
  if (perhapsPaid.length === 0) return null;
  return (
    <section className="card" aria-labelledby="perhaps-paid">
      <h2 id="perhaps-paid">{words.title}</h2>
      <p className="soft">{words.about}</p>
      <ul className="things">
        {perhapsPaid.map(({ call, model, at, doubt }) => (
          <li key={call}>
            <strong>{model ?? words.someModel}</strong>
            <span className="soft">
              <Moment at={at} />, {words.doubts[doubt]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
