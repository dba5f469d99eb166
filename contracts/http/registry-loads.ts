import { z } from 'zod';
import { assetKinds } from '../asset.ts';
import { Moment } from './page.ts';

/** Programs that go by the registry. */
export const RegistryProgram = z.enum(['api', 'worker']);
export type RegistryProgram = z.infer<typeof RegistryProgram>;

export const AssetHash = z.object({
  kind: z.enum(assetKinds),
  name: z.string(),
  hash: z.string().meta({ description: 'SHA-256 of what its file says.' }),
});
export type AssetHash = z.infer<typeof AssetHash>;

const RegistryLoad = z.object({
  program: RegistryProgram,
  version: z.string().meta({ description: 'Of the software.' }),
  hash: z.string().meta({ description: 'Of kind, name and hash of all assets.' }),
  loadedAt: Moment,
  assets: z.array(AssetHash),
  altered: z
    .array(AssetHash)
    .meta({ description: 'Those whose stored content is missing, or is not what its hash says: somebody changed it.' }),
});
export type RegistryLoad = z.infer<typeof RegistryLoad>;

/** What each program was last started with, by the record in the database. */
export const RegistryLoads = z.object({ items: z.array(RegistryLoad) }).meta({ id: 'RegistryLoads' });
export type RegistryLoads = z.infer<typeof RegistryLoads>;
