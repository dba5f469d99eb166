/** What the registry holds, by kind. People stand apart: their file is read anew as it changes. */
export const assetKinds = [
  'process',
  'prompt',
  'profile',
  'model',
  'provider',
  'tool',
  'connector',
  'dataset',
  'calendar',
  'budget',
  'role',
  'store',
  'knowledge',
  'policy',
] as const;
export type AssetKind = (typeof assetKinds)[number];

/** An asset by its kind and name; a prompt is called `PROCESS/NAME`. */
export interface AssetReference {
  kind: AssetKind;
  name: string;
}
