import type { ReactNode } from 'react';
import type { RegistryAnswer } from '#contracts/http/registry.ts';

/** What a part of the registry draws: the entries that were looked for, and all it needs to name what they name. */
export interface PartProps {
  found: RegistryAnswer;
  registry: RegistryAnswer;
}

export interface Entry {
  key: string;
  head: ReactNode;
  body: ReactNode;
}

/** Entries of the registry, each in a card that has an address of its own; `wide` ones take the whole line. */
export function EntryCards({ entries, wide = false }: { entries: readonly Entry[]; wide?: boolean }) {
  return (
    <ul className="registry-cards" data-wide={wide}>
      {entries.map(({ key, head, body }) => (
        <li key={key} id={key} className="card">
          <h2>{head}</h2>
          {body}
        </li>
      ))}
    </ul>
  );
}
