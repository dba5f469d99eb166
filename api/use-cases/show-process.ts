import { z } from 'zod';
import type { ProcessDetail } from '#contracts/http/process.ts';
import { findProcess, type ProcessDefinitions } from './find-process.ts';

/** What a process is called and takes, for forms and programs. */
export function createShowProcess(parts: { definitions: ProcessDefinitions }) {
  return (process: string): ProcessDetail => {
    const { name, title, description, input } = findProcess(parts.definitions, process);
    return { name, title, description, input: z.toJSONSchema(input, { io: 'input' }) };
  };
}
