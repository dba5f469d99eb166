import type { z } from 'zod';
import type { ProcessPath } from './process-path.ts';
import type { PromptUse } from './prompt-use.ts';

/** What a process is called and takes; route, API page, start form, CLI verb and audit labels follow from it. */
export interface ProcessDefinition<Schema extends z.ZodType = z.ZodType> {
  name: string;
  title: string;
  description: string;
  input: Schema;
  /** What to try it with, as whoever starts it would give it. Its people are invented. */
  example: z.input<Schema>;
  /** The address of the person the run is about. */
  subject(input: z.infer<Schema>): string;
  /** A business number to find the run by; never personal data. */
  reference(input: z.infer<Schema>): string | undefined;
  /** What `q` finds the run by, its business number included. */
  searchText(input: z.infer<Schema>): string;
  /** The steps it may take, for a picture of where a run went. */
  path: ProcessPath;
  /** What its steps ask models by: each prompt of its registry entry, with what goes in and comes out. */
  prompts?: Readonly<Record<string, PromptUse>>;
  /** What is asked for with a decision, by the approval point. */
  forms?: Readonly<Record<string, z.ZodObject>>;
}

export function defineProcess<Schema extends z.ZodType>(
  definition: ProcessDefinition<Schema>,
): ProcessDefinition<Schema> {
  return definition;
}
