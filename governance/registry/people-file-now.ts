import { statSync } from 'node:fs';
import { join } from 'node:path';
import { checkReferences } from './check-references.ts';
import type { PeopleFile } from './entries/people-file.ts';
import { createProblems } from './problems.ts';
import { peopleFile, type RegistryContent, readPeople } from './read-registry.ts';

/** What became of a change of the people file: it holds from now on, or its mistake, and all stays as it was. */
export type PeopleChange = { kind: 'read' } | { kind: 'refused'; error: unknown };

interface Options {
  /** The registry as it was loaded, which has to fit to whatever the file says later. */
  content: RegistryContent;
  /** What the file was when the registry was loaded. */
  stamp: string;
  onChange(change: PeopleChange): void;
}

/**
 * The people file as it stands at the moment of asking. A right that is taken away in it is gone with the next question,
 * without a restart; a file with a mistake changes nothing, and that is told.
 */
export function createPeopleFileNow(folder: string, { content, onChange, ...loaded }: Options): () => PeopleFile {
  let { stamp } = loaded;
  let file = content.people.value;
  return () => {
    const now = stampOfPeople(folder);
    if (now === stamp) return file;
    stamp = now;
    try {
      file = readAgain(folder, content);
      onChange({ kind: 'read' });
    } catch (error) {
      onChange({ kind: 'refused', error });
    }
    return file;
  };
}

/** Differs whenever the file was written anew. */
export function stampOfPeople(folder: string): string {
  const found = statSync(join(folder, peopleFile), { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeNs} ${found.size}` : 'missing';
}

function readAgain(folder: string, content: RegistryContent): PeopleFile {
  const problems = createProblems();
  const people = readPeople(folder, problems);
  if (people) checkReferences({ ...content, people }, problems);
  problems.throwIfAny();
  return people?.value ?? content.people.value;
}
