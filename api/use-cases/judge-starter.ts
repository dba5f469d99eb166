import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';

/** Whether somebody who asks for a run of a process would have it. */
export function createMayStart(policy: PolicyPort) {
  return (by: Person, process: string): boolean =>
    policy.decide({
      action: 'startRun',
      principal: { kind: 'person', person: by },
      resource: { process },
      context: { trigger: 'api' },
    }).kind === 'allowed';
}

export type MayStart = ReturnType<typeof createMayStart>;
