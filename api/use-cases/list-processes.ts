import type { ProcessList } from '#contracts/http/process.ts';
import type { ProcessDefinitions } from './find-process.ts';

export function createListProcesses(parts: { definitions: ProcessDefinitions }) {
  return (): ProcessList => ({
    items: [...parts.definitions.values()].map(({ name, title, description }) => ({ name, title, description })),
  });
}
