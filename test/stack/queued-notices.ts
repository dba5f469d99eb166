import { messagePlace } from '#governance/runs/places.ts';
import type { Stack } from './open-stack.ts';

/** Which notices of a run were queued, and whom each is for: `ITEM for PERSON, PERSON`. */
export async function queuedNotices(stack: Stack, runId: string): Promise<string[]> {
  const where = { runId, messageClass: 'notice' };
  const rows = await stack.database.direct.outboxMessage.findMany({ where, orderBy: { item: 'asc' } });
  return Promise.all(
    rows.map(async ({ id, item, contentSealed }) => {
      const notice = await stack.foundation.seals.read(contentSealed, messagePlace(id));
      return `${item} for ${(notice as { people: string[] }).people.join(', ')}`;
    }),
  );
}
