import type { RegistryAnswer } from '#contracts/http/registry.ts';
import type { PersonDetail } from '#contracts/http/registry-people.ts';
import { sayMoney } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { sayDay } from '../format/when.ts';
import { Facts } from '../parts/Facts.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import { teamNamed } from './names.ts';

const words = registryTexts.people;

export function PersonFacts({ person, registry }: { person: PersonDetail; registry: RegistryAnswer }) {
  const { roles, teams, authority, until, standing } = person;
  if (!standing) return <Facts facts={[{ name: words.over, value: until && sayDay(until) }]} />;
  return (
    <Facts
      facts={[
        { name: words.roles, value: roles.map(labelOf).join(', ') || words.noRole },
        { name: words.teams, value: teams.map((team) => teamNamed(registry, team)).join(', ') },
        { name: words.authority, value: <Authority authority={authority} /> },
        { name: words.lastDay, value: until && sayDay(until) },
      ]}
    />
  );
}

function Authority({ authority }: Pick<PersonDetail, 'authority'>) {
  if (authority === null) return <span className="soft">{words.authorityHidden}</span>;
  if (authority.length === 0) return <span className="soft">{words.noAuthority}</span>;
  return (
    <ul className="sentences">
      {authority.map(({ currency, upTo, until }) => (
        <li key={currency} className="figures">
          {words.authorityOf(sayMoney({ currency, amount: upTo }), sayDay(until))}
        </li>
      ))}
    </ul>
  );
}
