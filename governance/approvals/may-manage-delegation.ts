import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';

/** Whether somebody may see, make or end a delegation between others. */
export function mayManageDelegation(policy: PolicyPort, person: Person, delegation: string): boolean {
  const principal = { kind: 'person', person } as const;
  return policy.decide({ action: 'manageDelegation', principal, resource: { delegation } }).kind === 'allowed';
}
