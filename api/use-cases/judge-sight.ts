import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import type { ReadableRun } from './judge-reader.ts';

export interface SightParts {
  policy: PolicyPort;
  /** Whom somebody acts for now. */
  delegatorsOf(by: Person): Promise<readonly Person[]>;
}

/** Whether somebody may see what runs are about, in their own right or in that of somebody they act for. */
export interface Sight {
  maySee(by: Person, run: ReadableRun): Promise<boolean>;
  /** Of many runs: asked once, judged for each. */
  sightOf(by: Person): Promise<(run: ReadableRun) => boolean>;
}

export function createSight({ policy, delegatorsOf }: SightParts): Sight {
  const judge = (person: Person, { id, process, startedBy }: ReadableRun): boolean =>
    policy.decide({
      action: 'readPersonalData',
      principal: { kind: 'person', person },
      resource: { run: id, process, startedBy },
    }).kind === 'allowed';

  return {
    maySee: async (by, run) => judge(by, run) || (await delegatorsOf(by)).some((other) => judge(other, run)),
    sightOf: async (by) => {
      const people = [by, ...(await delegatorsOf(by))];
      return (run) => people.some((person) => judge(person, run));
    },
  };
}

export function refusedToSee(person: Person, what: string): AppError {
  const message = `${person.id} may not see ${what}: it holds personal data. Ask for a role that works with customers`;
  return new AppError('policy-refused', message, { facts: { action: 'readPersonalData' } });
}
