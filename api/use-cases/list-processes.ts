import type { ProcessList } from '#contracts/http/process.ts';
import type { Person } from '#contracts/person.ts';
import type { ProcessDefinitions } from './find-process.ts';
import type { MayStart } from './judge-starter.ts';

/** Every process, each with whether whoever asks may start it. */
export function createListProcesses(parts: { definitions: ProcessDefinitions; mayStart: MayStart }) {
  return (by: Person): ProcessList => ({
    items: [...parts.definitions.values()].map(({ name, title, description }) => ({
      name,
      title,
      description,
      mayStart: parts.mayStart(by, name),
    })),
  });
}
