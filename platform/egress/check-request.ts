import { AppError } from '#contracts/errors.ts';
import { isAt, type OpenDestination } from './open-destination.ts';
import { placeOf, sayPlace } from './place.ts';

/** By these some servers take a request for another one than its first line says. */
const disguises = [
  'host',
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
  'x-original-url',
  'x-rewrite-url',
  'upgrade',
];

/** Throws unless one line of the asset's registry entry names host, port, method and path, and nothing says otherwise. */
export function checkRequest(
  asset: string,
  { url: address, method, headers }: Pick<Request, 'url' | 'method' | 'headers'>,
  destinations: readonly OpenDestination[],
): void {
  const url = new URL(address);
  const place = placeOf(url);
  const said = `${method} ${place ? sayPlace(place) : url.protocol}${url.pathname}`;
  const refuse = (why: string) => new AppError('egress-refused', `${asset} may not ask for ${said}: ${why}`);
  const disguise = disguises.find((name) => headers.has(name));
  if (disguise) throw refuse(`its header '${disguise}' makes it another request than it says; leave it out`);
  const path = `${url.pathname}${url.search}`;
  const isNamed = destinations.some(
    (each) =>
      place !== undefined &&
      isAt(place, each) &&
      each.methods.some((known) => known === method) &&
      each.paths.some((known) => matchesPath(known, path)),
  );
  if (!isNamed) throw refuse(`no line under 'egress' of ${asset} in the registry names it. Write one, if it should be`);
}

/** `*` stands for one whole part between slashes, or one value of a query, of letters that mean themselves to every server. */
function matchesPath(pattern: string, path: string): boolean {
  const [known, asked] = [pattern.split(borders), path.split(borders)];
  return (
    known.length === asked.length &&
    known.every((part, index) => (part === '*' ? /^\w[\w.~-]*$/.test(asked[index] ?? '') : part === asked[index]))
  );
}

/** What stands between parts is a part too, so that none passes for another. */
const borders = /([/?&=])/;
