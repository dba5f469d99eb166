import { newId } from '#contracts/ids.ts';
import { stepKey } from '#contracts/step.ts';
import { messagePlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import { insertNotice } from '#store/notices.ts';
import type { Write } from '#store/write-together.ts';
import { messageIdOf } from './message-id.ts';

/** A plain e-mail to colleagues. It names the task and never what it is about: mailboxes are not sealed. */
export interface Notice {
  /** The task they are asked about: each e-mail that leaves gets a link to it. */
  approvalId: string;
  /** Who is asked. */
  people: readonly string[];
  /** Who is not told, whomever they act for. */
  except: readonly string[];
  subject: string;
  text: string;
}

/** Queues a notice, once for each item: one row however many are told. */
export function createQueueNotice(parts: { seals: Seals; from: string }) {
  return async (runId: string, { item, notice }: { item: string; notice: Notice }): Promise<Write> => {
    const id = newId('message');
    const key = stepKey({ runId, name: 'notify', round: 0, item });
    return insertNotice({
      id,
      runId,
      stepKey: key,
      item,
      messageId: messageIdOf(parts.seals, { stepKey: key, from: parts.from }),
      digest: digestOf(notice),
      contentSealed: await parts.seals.seal(runId, notice, messagePlace(id)),
    });
  };
}
