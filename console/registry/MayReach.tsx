import { useQuery } from '@tanstack/react-query';
import type { EgressDestination } from '#contracts/egress.ts';
import { egressQuery } from '../ask/registry.ts';
import { registryTexts } from '../texts/registry-texts.ts';

const words = registryTexts.reach;
const httpsPort = 443;

/** The places outside that a provider or connector may reach, each with the requests that it may make there. */
export function MayReach({ asset }: { asset: string }) {
  const egress = useQuery(egressQuery);
  if (egress.isPending) return <span className="soft">{words.asking}</span>;
  if (!egress.data) return <span className="soft">{words.failed}</span>;
  const places = egress.data.items.filter((each) => each.asset === asset);
  if (places.length === 0) return words.nothing;
  return (
    <ul className="sentences">
      {places.map((place) => (
        <li key={`${sayPlace(place)} ${place.methods} ${place.paths}`}>
          {sayPlace(place)}
          {place.methods.length > 0 ? words.requests(place.methods.join(', '), place.paths.join(', ')) : null}
          {place.open ? null : <span className="small soft"> {words.unused}</span>}
        </li>
      ))}
    </ul>
  );
}

function sayPlace({ scheme, host, port }: EgressDestination): string {
  const isUsual = port === null || (scheme === 'https' && port === httpsPort);
  return `${scheme}://${host}${isUsual ? '' : `:${port}`}`;
}
