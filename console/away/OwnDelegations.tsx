import { useState } from 'react';
import type { DelegationItem } from '#contracts/http/delegation.ts';
import { awayTexts } from '../texts/away-texts.ts';
import { DelegationLine } from './DelegationLine.tsx';
import { EndDialog } from './EndDialog.tsx';
import type { Side } from './side.ts';

const words = awayTexts;

interface OwnDelegationsProps {
  side: Side;
  items: readonly DelegationItem[];
  tell(text: string): void;
}

/** What counts now and what is to come, in the order it begins. */
export function OwnDelegations({ side, items, tell }: OwnDelegationsProps) {
  const [ending, setEnding] = useState<DelegationItem>();
  const id = `away-${side}`;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{words[side].title}</h2>
      {items.length === 0 ? <p className="soft">{words[side].none}</p> : null}
      <ul className="things">
        {items
          .toSorted((one, other) => one.starts.localeCompare(other.starts))
          .map((item) => (
            <DelegationLine key={item.id} item={item} side={side} end={() => setEnding(item)} />
          ))}
      </ul>
      {ending ? <EndDialog item={ending} side={side} close={() => setEnding(undefined)} tell={tell} /> : null}
    </section>
  );
}
