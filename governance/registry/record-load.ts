import type { RegistryProgram } from '#contracts/http/registry-loads.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import { findLatestLoad, insertRegistryLoad } from '#store/registry-loads.ts';
import { keyOf } from './assets.ts';
import type { LoadedRegistry } from './loaded-registry.ts';

export interface LoadingProgram {
  program: RegistryProgram;
  /** Of the software. */
  version: string;
}

interface RecordLoadParts {
  database: Database;
  ledger: Ledger;
  loaded: LoadedRegistry;
}

/** Writes down what a program goes by from its start on, where that is not what it went by before. */
export function recordLoad({ database, ledger, loaded }: RecordLoadParts, { program, version }: LoadingProgram) {
  return database.transaction(async (tx) => {
    const before = await findLatestLoad(tx, program);
    if (before?.hash === loaded.hash && before.version === version) return;
    const known = new Map(before?.assets.map((asset) => [keyOf(asset), asset.hash]));
    const changed = loaded.assets.filter((asset) => known.get(keyOf(asset)) !== asset.hash).map(keyOf);
    const now = new Set(loaded.assets.map(keyOf));
    const gone = [...known.keys()].filter((key) => !now.has(key)).map((key) => `no ${key}`);
    const { hash, assets } = loaded;
    await insertRegistryLoad(tx, { program, version, hash, assets });
    const body = { program, version, hash, assets: assets.length, changed: [...changed, ...gone] };
    await ledger.append(tx, { kind: 'registry-loaded', actor: `program:${program}`, body });
  });
}
