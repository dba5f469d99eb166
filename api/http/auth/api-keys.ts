import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#contracts/errors.ts';
import { placesOf, sayPlaces } from '#contracts/http/places.ts';
import type { Credentials } from './credentials.ts';

const ApiKeys = z.array(
  z.strictObject({
    name: z.string().min(1),
    person: z.string().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of the key in hexadecimal'),
  }),
);
type ApiKeys = z.infer<typeof ApiKeys>;

/** The keys of `api-keys.json`, which holds their hashes alone. It is read at each use: a key taken out stops at once. */
export function apiKeys(keysFolder: string): Credentials {
  const file = join(keysFolder, 'api-keys.json');
  return {
    kind: 'keys',
    check: async (token) => {
      const shown = createHash('sha256').update(token).digest();
      const matching = (await readKeys(file)).filter(({ sha256 }) =>
        timingSafeEqual(shown, Buffer.from(sha256, 'hex')),
      );
      return matching[0] && { person: matching[0].person, name: matching[0].name };
    },
    holds: async ({ person, name }) => (await readKeys(file)).some((key) => key.person === person && key.name === name),
  };
}

async function readKeys(file: string): Promise<ApiKeys> {
  const parsed = ApiKeys.safeParse(parseJson(await readIfThere(file)));
  if (parsed.success) return parsed.data;
  const places = placesOf(parsed.error);
  throw new AppError('config-invalid', `${file} must be a list of {name, person, sha256}. ${sayPlaces(places)}`, {
    places,
  });
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '[]';
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
