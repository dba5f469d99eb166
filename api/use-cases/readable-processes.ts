import type { Person } from '#contracts/person.ts';
import type { ProcessDefinitions } from './find-process.ts';
import { type MayRead, refusedToRead } from './judge-reader.ts';

interface Wanted {
  /** Only this one, where it is named. */
  process: string | undefined;
  /** What would be shown, for whoever may not see it. */
  what: string;
}

/**
 * Those processes whose runs somebody may read, whoever started them. Figures hold runs of everybody: those that only
 * their starter may read are not for this.
 */
export function createReadableProcesses({
  definitions,
  mayRead,
}: {
  definitions: ProcessDefinitions;
  mayRead: MayRead;
}) {
  return (by: Person, { process, what }: Wanted): string[] => {
    const names = [...definitions.keys()].filter((name) => process === undefined || name === process);
    const readable = names.filter((name) => mayRead(by, { id: 'any', process: name, startedBy: 'somebody' }));
    if (readable.length === 0) throw refusedToRead(by, what);
    return readable;
  };
}

export type ReadableProcesses = ReturnType<typeof createReadableProcesses>;
