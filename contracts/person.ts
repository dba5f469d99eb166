import { z } from 'zod';

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

/** Somebody who may act here, as the registry names them. Rights are judged live, at each act. */
export interface Person {
  id: string;
  name: string;
  email?: string;
  roles: readonly Role[];
  teams: readonly string[];
}
