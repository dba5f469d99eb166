import { useQuery } from '@tanstack/react-query';
import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { delegationsInForceQuery } from '../ask/delegations.ts';
import { Moment } from '../parts/Moment.tsx';
import { Failed } from '../states/Failed.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import { personNamed } from './names.ts';

const words = registryTexts.people;

/** Who acts for whom at this moment. */
export function DelegationsInForce({ registry }: { registry: RegistryAnswer }) {
  const delegations = useQuery(delegationsInForceQuery);
  const items = delegations.data?.items ?? [];
  return (
    <section className="card" aria-labelledby="delegations">
      <h2 id="delegations">{words.delegations}</h2>
      <p className="small soft">{words.delegationsLead}</p>
      {delegations.isError ? <Failed error={delegations.error} retry={() => void delegations.refetch()} /> : null}
      {delegations.data && items.length === 0 ? <p>{words.noDelegation}</p> : null}
      <ul className="registry-lines">
        {items.map(({ id, from, to, ends, reason }) => (
          <li key={id}>
            <strong>{words.delegation(personNamed(registry, to), personNamed(registry, from))}</strong>
            <span>
              {words.until} <Moment at={ends} />
            </span>
            {reason ? <span className="soft">{reason}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
