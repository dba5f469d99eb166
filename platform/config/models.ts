import type { z } from 'zod';
import { address, text, variable } from './variable.ts';

/** Where model calls go; which model may see what is the registry's to say. */
export interface ModelsConfig {
  /** Present on the local stack, which starts one; never on a server that was not told of one. */
  rehearsal?: { baseUrl: string };
  /** Present when a key for it was given. */
  openai?: { baseUrl: string };
}

export const modelVariables = {
  REHEARSAL_BASE_URL: variable(address(['http', 'https']).optional(), {
    write: 'REHEARSAL_BASE_URL=http://127.0.0.1:4010/v1',
  }),
  OPENAI_API_KEY: variable(text.optional(), { write: 'OPENAI_API_KEY=sk-...', secret: true }),
  OPENAI_BASE_URL: variable(address(['http', 'https']).default('https://api.openai.com/v1'), {
    write: 'OPENAI_BASE_URL=https://api.openai.com/v1',
  }),
};

type ModelValues = z.infer<z.ZodObject<typeof modelVariables>>;

export function readModels(values: ModelValues): ModelsConfig {
  return {
    ...(values.REHEARSAL_BASE_URL && { rehearsal: { baseUrl: values.REHEARSAL_BASE_URL } }),
    ...(values.OPENAI_API_KEY && { openai: { baseUrl: values.OPENAI_BASE_URL } }),
  };
}
