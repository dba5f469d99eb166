import { DocumentItem } from '#contracts/http/knowledge.ts';
import type { DocumentRow } from '#store/knowledge.ts';

export function describeDocument({ reviewBy, changedAt, ...row }: DocumentRow): DocumentItem {
  return DocumentItem.parse({
    ...row,
    reviewBy: reviewBy.toISOString().slice(0, 10),
    changedAt: changedAt.toISOString(),
  });
}
