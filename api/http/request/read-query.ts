import { AppError } from '#contracts/errors.ts';

/** The parameters of an address, each once. */
export function readQuery(url: string): Record<string, string> {
  const start = url.indexOf('?');
  const query: Record<string, string> = Object.create(null) as Record<string, string>;
  if (start < 0) return query;
  for (const [name, value] of new URLSearchParams(url.slice(start + 1))) {
    if (Object.hasOwn(query, name)) throw twice(name);
    query[name] = value;
  }
  return query;
}

function twice(name: string): AppError {
  const place = { pointer: `query ${name}`, detail: 'stands in the address twice' };
  return new AppError('request-invalid', `The parameter ${name} stands in the address twice`, { places: [place] });
}
