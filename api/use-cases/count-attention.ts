import { Attention, AttentionCounts, mostCounted } from '#contracts/http/run.ts';
import type { Person } from '#contracts/person.ts';
import { listAttention } from '#store/run-attention.ts';
import type { Reads } from './database.ts';
import type { MayRead } from './judge-reader.ts';

/** How many runs somebody has to look at, of each kind, as far as the person may see them. */
export function createCountAttention(parts: { reads: Reads; mayRead: MayRead }) {
  return async (by: Person): Promise<AttentionCounts> => {
    const rows = await listAttention(parts.reads, mostCounted);
    const readable = rows.filter((row) => parts.mayRead(by, row));
    const count = (kind: Attention) => [kind, readable.filter((row) => row.attention === kind).length] as const;
    return AttentionCounts.parse(Object.fromEntries(Attention.options.map(count)));
  };
}
