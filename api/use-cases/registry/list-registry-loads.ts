import { type RegistryLoad, type RegistryLoads, RegistryProgram } from '#contracts/http/registry-loads.ts';
import { digestOf } from '#governance/digest.ts';
import { findLatestLoad, listAssetContents } from '#store/registry-loads.ts';
import type { Reads } from '../database.ts';

/** What each program was last started with, held against what is stored of it. */
export function createListRegistryLoads({ reads }: { reads: Reads }) {
  return async (): Promise<RegistryLoads> => {
    const loads = await Promise.all(RegistryProgram.options.map(find));
    return { items: loads.flatMap((load) => load ?? []) };
  };

  async function find(program: RegistryProgram): Promise<RegistryLoad | undefined> {
    const row = await findLatestLoad(reads, program);
    if (!row) return undefined;
    const { version, hash, assets, loadedAt } = row;
    const stored = await listAssetContents(reads, assets);
    const intact = new Set(stored.filter((each) => digestOf(each.content) === each.hash).map(({ hash: own }) => own));
    const altered = assets.filter((asset) => !intact.has(asset.hash));
    return { program, version, hash, loadedAt: loadedAt.toISOString(), assets, altered };
  }
}
