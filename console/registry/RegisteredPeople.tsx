import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from '../ask/registry.ts';
import { Failed } from '../states/Failed.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import { DelegationsInForce } from './DelegationsInForce.tsx';
import { EntryCards, type PartProps } from './EntryCards.tsx';
import { Holders } from './Holders.tsx';
import { PersonFacts } from './PersonFacts.tsx';

const words = registryTexts.people;

/** Who may act here, as what, up to which amount and until when; who acts for whom; and the programs that act. */
export function RegisteredPeople({ found, registry }: PartProps) {
  const people = useQuery(peopleQuery);
  if (people.isPending) return <Waiting />;
  if (people.isError) return <Failed error={people.error} retry={() => void people.refetch()} />;
  const shown = people.data.people.filter(({ id }) => found.people.some((person) => person.id === id));
  const entries = shown.map((person) => ({
    key: person.id,
    head: person.name,
    body: <PersonFacts person={person} registry={registry} />,
  }));
  return (
    <div className="people-parts">
      <section aria-label={words.people}>
        <EntryCards entries={entries} />
      </section>
      <div className="people-side">
        <DelegationsInForce registry={registry} />
        <Holders people={shown} services={people.data.services} registry={registry} />
      </div>
    </div>
  );
}
