import { z } from 'zod';
import type { Takes } from './owning.ts';

export const Role = z.enum([
  'staff',
  'approver',
  'complaints-handler',
  'team-lead',
  'sales-manager',
  'operator',
  'compliance-officer',
  'engineer',
  'intake',
]);
export type Role = z.infer<typeof Role>;

/** Up to which amount somebody's word counts, in minor units of the currency. */
export const Authority = z.strictObject({ currency: z.string().length(3), upTo: z.int().min(0) });
export type Authority = z.infer<typeof Authority>;

/** Somebody who may act here, as the registry names them. Rights are judged live, at each act. */
export interface Person {
  id: string;
  name: string;
  email?: string;
  roles: readonly Role[];
  teams: readonly string[];
  /** None in a currency: no amount in it may be agreed to. */
  authority?: readonly Authority[];
  /** None: whatever comes to their teams. */
  takes?: Takes;
}
