import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';

export interface ReadableRun {
  id: string;
  process: string;
  startedBy: string;
}

/** Whether a person may see what a run did. */
export function createMayRead(policy: PolicyPort) {
  return (person: Person, run: ReadableRun): boolean =>
    policy.decide({
      action: 'readRun',
      principal: { kind: 'person', person },
      resource: { run: run.id, process: run.process, startedBy: run.startedBy },
    }).kind === 'allowed';
}

export type MayRead = ReturnType<typeof createMayRead>;

export function refusedToRead(person: Person, what: string): AppError {
  return new AppError('policy-refused', `${person.id} may not see ${what}: ask for a role that may read runs`, {
    facts: { action: 'readRun' },
  });
}
