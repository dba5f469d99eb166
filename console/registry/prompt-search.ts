import { z } from 'zod';

const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .optional()
  .catch(undefined);

/** Which wording of a prompt is looked at, and with which one it is compared. */
const PromptSearch = z.object({ wording: Hash, before: Hash });
export type PromptSearch = z.infer<typeof PromptSearch>;

export function parsePromptSearch(search: Record<string, unknown>): PromptSearch {
  return PromptSearch.parse(search);
}
