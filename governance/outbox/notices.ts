import { newId } from '#contracts/ids.ts';
import type { Person } from '#contracts/person.ts';
import { wordsOfPerson } from '#governance/approvals/terms.ts';
import { messagePlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import type { ApprovalRow, NewApproval } from '#store/approvals.ts';
import { insertOutboxMessage } from '#store/outbox.ts';
import type { Write } from '#store/write-together.ts';
import { messageIdOf } from './message-id.ts';

/** A plain e-mail to colleagues. It names the task and never what it is about: mailboxes are not sealed. */
export interface Notice {
  to: readonly string[];
  subject: string;
  text: string;
}

/** What a notice is made from: a task just opened, or one whose next people are asked. */
export type TaskToTell = NewApproval & Pick<ApprovalRow, 'votes' | 'editors' | 'voters'>;

export interface NoticeParts {
  seals: Seals;
  from: string;
  people(): readonly Person[];
}

/** The e-mail "a task waits" to whoever may decide on it, if anybody. It leaves from the outbox, not from the workflow. */
export function createNotice(parts: NoticeParts) {
  return async (task: TaskToTell): Promise<Write | undefined> => {
    const to = parts.people().flatMap((person) => (person.email && mayBeAsked(task, person) ? [person.email] : []));
    if (to.length === 0) return undefined;
    const notice: Notice = { to, subject: `A task waits: ${task.point} in ${task.process}`, text: textOf(task) };
    const id = newId('message');
    const item = task.votes === 0 ? task.id : `${task.id}.${task.votes}`;
    const stepKey = `${task.runId}/notify/0/${item}`;
    return insertOutboxMessage({
      id,
      runId: task.runId,
      stepKey,
      stepName: 'notify',
      item,
      messageId: messageIdOf(stepKey, parts.from),
      messageClass: 'notice',
      state: 'queued',
      digest: digestOf(notice),
      contentSealed: await parts.seals.seal(task.runId, notice, messagePlace(id)),
      attempts: 0,
    });
  };
}

/** Whoever started the run, changed the text or agreed to it already is not asked. */
function mayBeAsked({ audience, editors, startedBy, voters }: TaskToTell, person: Person): boolean {
  if ([startedBy, ...editors, ...voters].includes(person.id)) return false;
  return wordsOfPerson(person).some((word) => audience.includes(word));
}

function textOf(task: TaskToTell): string {
  return [
    `A task waits for you: ${task.point} in ${task.process}.`,
    '',
    `Why a person is asked: ${task.reasonCode}`,
    `Decide before: ${task.dueAt.toISOString()}`,
    '',
    `Look at it: npm run -s baton -- approvals show ${task.id}`,
    '',
    'Nothing is sent to the customer before somebody decides.',
  ].join('\n');
}
