import { isAppError } from '#contracts/errors.ts';
import { createPolicy } from '#governance/policy/index.ts';
import { loadRegistry } from '#governance/registry/index.ts';

/** Loads a registry folder and its policies as strictly as the programs do; answers one line for each mistake. */
export async function checkRegistry(folder: string): Promise<string[]> {
  return [...mistakesOf(() => loadRegistry(folder)), ...mistakesOf(() => createPolicy({ folder }))];
}

function mistakesOf(load: () => unknown): string[] {
  try {
    load();
    return [];
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.places.length === 0) return [error.message];
    return error.places.map(({ pointer, detail }) => `${pointer}: ${detail}`);
  }
}
