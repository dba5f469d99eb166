import { z } from 'zod';

const WordSearch = z.object({ q: z.string().trim().min(1).max(200).optional().catch(undefined) });
export type WordSearch = z.infer<typeof WordSearch>;

/** The words that a page is searched for, as they stand in the address. */
export function parseWordSearch(search: Record<string, unknown>): WordSearch {
  return WordSearch.parse(search);
}

/** Whether all the words are somewhere in what an entry says, in its names and values. */
export function createMatch(q: string | undefined): (...values: readonly unknown[]) => boolean {
  const words = plain(q ?? '')
    .split(' ')
    .filter(Boolean);
  return (...values) => {
    if (words.length === 0) return true;
    const said = plain(values.map((value) => JSON.stringify(value) ?? '').join(' '));
    return words.every((word) => said.includes(word));
  };
}

/** `team-lead` is found as "team lead" too, and `draftReply` as "draft reply". */
function plain(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ');
}
