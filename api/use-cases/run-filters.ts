import { AppError } from '#contracts/errors.ts';
import type { RunListQuery } from '#contracts/http/run.ts';
import type { Person } from '#contracts/person.ts';
import { EmailAddress } from '#contracts/text.ts';
import { subjectHash } from '#governance/runs/subject.ts';
import type { Seals } from '#governance/seals/index.ts';
import { type Decider, listWaiting } from '#store/approval-list.ts';
import type { RunFilters } from '#store/run-list.ts';
import { isSubject } from '#store/subjects.ts';
import type { Reads } from './database.ts';
import type { DecidersOf } from './deciders.ts';

export interface FiltersParts {
  reads: Reads;
  seals: Seals;
  decidersOf: DecidersOf;
  person(id: string): Person | undefined;
}

type Asked = Omit<RunListQuery, 'cursor' | 'limit'> & Pick<RunFilters, 'runs'>;

const fewTasks = 200;
const audienceWord = /^(role|team):/;

/** What a request asks for, as the store finds it. */
export function createFiltersOf(parts: FiltersParts) {
  return async ({ subject, waitsFor, q, ...filters }: Asked): Promise<RunFilters> => ({
    ...filters,
    ...(subject === undefined ? await searchFor(q) : { q, subjectHash: hashOf(subject) }),
    ...(waitsFor === undefined ? {} : await waiting(await waitedFor(waitsFor), filters.runs)),
  });

  /** The runs of few tasks are looked up by their ids; where many wait, open runs are gone through newest first. */
  async function waiting(
    decidableBy: readonly Decider[],
    among: readonly string[] | undefined,
  ): Promise<Pick<RunFilters, 'decidableBy' | 'runs'>> {
    const tasks = await listWaiting(parts.reads, { decidableBy, limit: fewTasks });
    if (tasks.length === fewTasks) return { decidableBy };
    const runs = tasks.map(({ id }) => id);
    return { runs: among ? runs.filter((id) => among.includes(id)) : runs };
  }

  /** A role or a team is asked as such, whichever of its people may decide. */
  async function waitedFor(asked: string): Promise<readonly Decider[]> {
    if (audienceWord.test(asked)) return [{ words: [asked], names: [], people: [] }];
    return parts.decidersOf(personCalled(asked));
  }

  /** The address of somebody who wrote to us stands for all they wrote; any other text is looked for in what came in. */
  async function searchFor(q: string | undefined): Promise<Pick<RunFilters, 'q' | 'subjectHash'>> {
    const address = EmailAddress.safeParse(q?.trim());
    if (!address.success || !(await isSubject(parts.reads, hashOf(address.data)))) return { q };
    return { subjectHash: hashOf(address.data) };
  }

  function hashOf(address: string): string {
    return subjectHash(parts.seals, address);
  }

  function personCalled(id: string): Person {
    const person = parts.person(id);
    if (person) return person;
    const detail = `nobody is called ${id}`;
    throw new AppError('input-invalid', `No runs wait for ${id}: ${detail}`, {
      places: [{ pointer: 'query waitsFor', detail }],
    });
  }
}

export type FiltersOf = ReturnType<typeof createFiltersOf>;
