import type { ReactNode } from 'react';
import { texts } from '../texts/index.ts';

type Part = keyof typeof texts.registry.parts;

export interface RegistryEntry {
  key: string;
  head: ReactNode;
  body: ReactNode;
}

/** One kind of thing in the registry, each in a card of its own. */
export function RegistryPart({ part, entries }: { part: Part; entries: readonly RegistryEntry[] }) {
  return (
    <section className="registry-part" aria-labelledby={part}>
      <h2 id={part}>{texts.registry.parts[part]}</h2>
      {entries.length === 0 ? <p className="soft">{texts.registry.none}</p> : null}
      <ul className="registry-cards">
        {entries.map(({ key, head, body }) => (
          <li key={key} className="card">
            <h3>{head}</h3>
            {body}
          </li>
        ))}
      </ul>
    </section>
  );
}
