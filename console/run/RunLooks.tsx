import type { RunDetail } from '#contracts/http/run.ts';
import { sayWhen } from '../format/when.ts';
import { Folded } from '../parts/Folded.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { runTexts } from '../texts/run-texts.ts';

const words = runTexts.looks;

/** Who was shown what the run is about: each person once, with the last time. */
export function RunLooks({ looks }: Pick<RunDetail, 'looks'>) {
  const nameOf = usePersonName();
  if (looks.length === 0) return null;
  const people = [...Map.groupBy(looks, ({ by }) => by)];
  return (
    <section className="card" aria-labelledby="looks">
      <h2 id="looks">{words.title}</h2>
      <p className="soft">{words.about}</p>
      <Folded title={words.open(people.length)}>
        <ul className="things">
          {people.map(([by, own]) => (
            <li key={by}>
              <strong>{nameOf(by)}</strong>
              <span className="soft">
                {[...new Set(own.map(({ what }) => words.what[what]))].join(', ')}
                {lastOf(own)}
              </span>
            </li>
          ))}
        </ul>
      </Folded>
    </section>
  );
}

/** Of a line in a list only the day is known. */
function lastOf(looks: RunDetail['looks']): string {
  const times = looks.filter(({ what }) => what !== 'task-list').map(({ since }) => since);
  const last = times.toSorted().at(-1);
  return last === undefined ? '' : words.last(sayWhen(last));
}
