import { Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

/** An e-mail to a colleague, as it is queued. */
export interface NewNotice {
  id: string;
  stepKey: string;
  item: string;
  messageId: string;
  digest: string;
  contentSealed: Uint8Array<ArrayBuffer>;
}

/** Queues the notices of a run, each once per step key. One text however many they are, so that it is prepared once. */
export function insertNotices(runId: string, notices: readonly NewNotice[]): Write {
  const column = (name: Exclude<keyof NewNotice, 'contentSealed'>) => notices.map((notice) => notice[name]);
  const contents = notices.map(({ contentSealed }) => Buffer.from(contentSealed).toString('hex'));
  return Prisma.sql`
    INSERT INTO outbox_message (
      id, run_id, step_key, step_name, item, message_id, message_class, state, digest, content_sealed, attempts)
    SELECT notice.id, ${runId}, notice.step_key, 'notify', notice.item, notice.message_id, 'notice', 'queued',
      notice.digest, decode(notice.content, 'hex'), 0
    FROM gate, unnest(${column('id')}::text[], ${column('stepKey')}::text[], ${column('item')}::text[],
      ${column('messageId')}::text[], ${column('digest')}::text[], ${contents}::text[])
      AS notice (id, step_key, item, message_id, digest, content)
    ON CONFLICT DO NOTHING`;
}
