import type { AssetReference } from '#contracts/asset.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import type { Asset } from './assets.ts';

/** An asset with what its file says, and the hash of that. */
export interface LoadedAsset extends AssetReference {
  hash: string;
  content: object;
}

export interface LoadedRegistry {
  /** Of kind, name and hash of all assets. */
  hash: string;
  assets: readonly LoadedAsset[];
}

export function loadedOf(assets: readonly Asset[]): LoadedRegistry {
  const loaded = assets.map(({ kind, name, content }) => ({ kind, name, hash: digestOf(content), content }));
  return { hash: digestOf(loaded.map(({ kind, name, hash }) => ({ kind, name, hash }))), assets: loaded };
}
