import { z } from 'zod';
import { Role } from '#contracts/person.ts';
import { assetFields } from './asset.ts';
import { Name, Sentence } from './words.ts';

/** What people get by a role; how far it goes is for the policies to say. */
export const RoleEntry = z.strictObject({
  title: Sentence,
  may: z.array(Sentence).min(1),
  datasets: z.array(Name),
  ...assetFields,
});
export type RoleEntry = z.infer<typeof RoleEntry>;

/** Every role there is: `registry/roles.yaml`. */
export const RolesFile = z.record(Role, RoleEntry);
export type RolesFile = z.infer<typeof RolesFile>;
