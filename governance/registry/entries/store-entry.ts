import { z } from 'zod';
import { isVouchedFor, notVouchedFor, regionFields } from './region-fields.ts';
import { Name, Sentence, VariableName } from './words.ts';

const StoreHost = z.strictObject({ host: Sentence, ...regionFields }).refine(isVouchedFor, notVouchedFor);

/** Where Baton keeps what it works with: an entry of `registry/stores.yaml`. */
const StoreEntry = z.strictObject({
  title: Sentence,
  owner: Name,
  /** The setting that says where it is. */
  variable: VariableName,
  /** Hosts that it may be at, besides this machine. */
  hosts: z.array(StoreHost),
});
export type StoreEntry = z.infer<typeof StoreEntry>;

export const StoresFile = z.strictObject({ database: StoreEntry, temporal: StoreEntry });
export type StoresFile = z.infer<typeof StoresFile>;
