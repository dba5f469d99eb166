import { newId } from '#contracts/ids.ts';
import type { Person } from '#contracts/person.ts';
import { stepKey } from '#contracts/step.ts';
import { messagePlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import { insertNotices, type NewNotice } from '#store/notices.ts';
import type { Write } from '#store/write-together.ts';
import { messageIdOf } from './message-id.ts';

/** A plain e-mail to a colleague. It names the task and never what it is about: mailboxes are not sealed. */
export interface Notice {
  to: readonly string[];
  subject: string;
  text: string;
  /** Whose word on which task it asks for: the e-mail that leaves gets a link to give it by. */
  asks?: { approvalId: string; person: string } | undefined;
}

export interface NoticeToQueue {
  people: readonly Person[];
  /** Which notice about the task it is: the same one is queued once. */
  item: string;
  subject: string;
  text: string;
}

/** Queues a notice to each of these people: an e-mail of their own, with a fate of its own. */
export function createQueueNotices(parts: { seals: Seals; from: string }) {
  return async (
    task: { id: string; runId: string },
    { people, item, subject, text }: NoticeToQueue,
  ): Promise<Write | undefined> => {
    const queued = people.flatMap(({ id: person, email }) => {
      const notice = { subject, text, asks: { approvalId: task.id, person } };
      return email ? [newNotice(task.runId, { item: `${item}.${person}`, notice: { ...notice, to: [email] } })] : [];
    });
    return queued.length === 0 ? undefined : insertNotices(task.runId, await Promise.all(queued));
  };

  async function newNotice(runId: string, { item, notice }: { item: string; notice: Notice }): Promise<NewNotice> {
    const id = newId('message');
    const key = stepKey({ runId, name: 'notify', round: 0, item });
    return {
      id,
      stepKey: key,
      item,
      messageId: messageIdOf(key, parts.from),
      digest: digestOf(notice),
      contentSealed: await parts.seals.seal(runId, notice, messagePlace(id)),
    };
  }
}
