import { useQuery } from '@tanstack/react-query';
import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { meQuery } from '../ask/me.ts';
import { registryQuery } from '../ask/registry.ts';
import { labelOf } from '../format/label-of.ts';
import { FilterSelect } from '../parts/FilterSelect.tsx';
import { runsTexts } from '../texts/runs-texts.ts';

const words = runsTexts.filters;

interface WaitsForSelectProps {
  value: string | undefined;
  choose(value: string): void;
}

/** Whose word runs wait for: a person, or a role or a team that is asked as such. */
export function WaitsForSelect({ value, choose }: WaitsForSelectProps) {
  const { data: me } = useQuery(meQuery);
  const { data: registry } = useQuery(registryQuery);
  const groups = registry ? groupsOf(registry) : [];
  const offered = groups.flatMap(({ items }) => items);
  const isOffered = value === undefined || value === me?.id || offered.some((item) => item.value === value);
  return (
    <FilterSelect
      label={words.waitsFor}
      any={words.anybody}
      value={value}
      choose={choose}
      options={[
        ...(me ? [{ value: me.id, label: words.me(me.name) }] : []),
        ...(isOffered ? [] : [{ value, label: value }]),
        ...groups.map(({ items, ...group }) => ({ ...group, items: items.filter((item) => item.value !== me?.id) })),
      ]}
    />
  );
}

function groupsOf({ people, teams }: RegistryAnswer) {
  const roles = [...new Set(people.flatMap((person) => person.roles))].toSorted();
  return [
    { group: words.people, items: people.map(({ id, name }) => ({ value: id, label: name })) },
    { group: words.roles, items: roles.map((role) => ({ value: `role:${role}`, label: labelOf(role) })) },
    {
      group: words.teams,
      items: Object.entries(teams).map(([team, name]) => ({ value: `team:${team}`, label: name })),
    },
  ];
}
