import type { AssetReference } from '#contracts/asset.ts';
import { type AssetHash, type RegistryLoads, RegistryProgram } from '#contracts/http/registry-loads.ts';
import { loadRegistry } from '#governance/registry/index.ts';

/** How an asset is not the same in the files and in what a program was last started with. */
type AssetDrift =
  | { kind: 'differs'; asset: AssetReference; files: string; loaded: string }
  /** `altered`: somebody changed what the database holds of it. */
  | { kind: 'only-in-files' | 'only-loaded' | 'altered'; asset: AssetReference };

export type RegistryDrift =
  | { kind: 'not-started'; program: RegistryProgram }
  | (AssetDrift & { program: RegistryProgram });

/** Holds the files of a folder against what the programs were last started with. */
export function findRegistryDrift(folder: string, { items }: RegistryLoads): readonly RegistryDrift[] {
  const files = loadRegistry(folder).loaded().assets;
  return RegistryProgram.options.flatMap((program): readonly RegistryDrift[] => {
    const load = items.find((each) => each.program === program);
    if (!load) return [{ kind: 'not-started', program }];
    const altered = load.altered.map((asset): AssetDrift => ({ kind: 'altered', asset: referenceTo(asset) }));
    return [...compare(files, load.assets), ...altered].map((drift) => ({ ...drift, program }));
  });
}

function compare(files: readonly AssetHash[], loaded: readonly AssetHash[]): readonly AssetDrift[] {
  const written = files.flatMap((file): readonly AssetDrift[] => {
    const asset = referenceTo(file);
    const other = loaded.find((each) => isSame(each, file));
    if (!other) return [{ kind: 'only-in-files', asset }];
    return other.hash === file.hash ? [] : [{ kind: 'differs', asset, files: file.hash, loaded: other.hash }];
  });
  const gone = loaded.filter((each) => !files.some((file) => isSame(each, file)));
  return [...written, ...gone.map((each): AssetDrift => ({ kind: 'only-loaded', asset: referenceTo(each) }))];
}

function referenceTo({ kind, name }: AssetReference): AssetReference {
  return { kind, name };
}

function isSame(one: AssetReference, other: AssetReference): boolean {
  return one.kind === other.kind && one.name === other.name;
}
