import { textOfMoment } from '#contracts/moment-text.ts';
import { isOwning } from '#contracts/owning.ts';
import type { Person } from '#contracts/person.ts';
import { reasonWords } from '#contracts/reason-words.ts';
import { deadlineOf } from '#governance/approvals/due-in.ts';
import { priorityAt } from '#governance/approvals/priority.ts';
import { wordsOfPerson } from '#governance/approvals/terms.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { ApprovalRow, NewApproval } from '#store/approvals.ts';
import type { Write } from '#store/write-together.ts';
import { createQueueNotice } from './queue-notice.ts';

/** What a notice is made from: a task just opened, or one whose next people are asked. */
export type TaskToTell = NewApproval & Pick<ApprovalRow, 'votes' | 'editors' | 'voters'>;

export interface NoticeParts {
  seals: Seals;
  from: string;
  people(): readonly Person[];
}

/** Why people are told: the task is new to them, still waits, or came to them because nobody has decided. */
export type Occasion = { kind: 'asked' } | { kind: 'remind' | 'escalate'; step: number };

const openings: Record<Occasion['kind'], string> = {
  asked: 'A task waits',
  remind: 'A task still waits',
  escalate: 'A task waits and nobody has decided',
};

const owningNote = {
  offer: 'A customer waits for somebody who sees to it: take it, or hand it on and say why.',
  own: 'It is yours: say what you did once it is done, or hand it on and say why.',
} as const;

/**
 * The e-mails that a task waits to whoever is asked about it. Whoever started the run, changed the text or agreed to it
 * already is not. They leave from the outbox, not from the workflow, where it is seen who of them may agree at that
 * moment; where nobody is left, that is told too.
 */
export function createNotice(parts: NoticeParts) {
  const queueNotice = createQueueNotice(parts);
  return (task: TaskToTell, occasion: Occasion = { kind: 'asked' }): Promise<Write> => {
    const except = [task.startedBy, ...task.editors, ...task.voters];
    const asked = parts.people().filter((person) => isAsked(task, person) && !except.includes(person.id));
    const about = `${task.point} in ${task.process}`;
    const notice = {
      approvalId: task.id,
      people: asked.map(({ id }) => id),
      except,
      subject: `${openings[occasion.kind]}: ${about}`,
      text: textOf(task, openings[occasion.kind]),
    };
    return queueNotice(task.runId, { item: itemOf(task, occasion), notice });
  };
}

function isAsked({ audience }: TaskToTell, person: Person): boolean {
  return wordsOfPerson(person).some((word) => audience.includes(word));
}

function itemOf({ id, votes }: TaskToTell, occasion: Occasion): string {
  if (occasion.kind !== 'asked') return `${id}.step-${occasion.step}`;
  return votes === 0 ? id : `${id}.${votes}`;
}

function textOf(task: TaskToTell, opening: string): string {
  return [
    `${opening}: ${task.point} in ${task.process}. Your word is asked for.`,
    '',
    `Why a person is asked: ${reasonWords[task.reasonCode] ?? task.reasonCode}`,
    `Priority: ${priorityAt(task.priority)}`,
    `Due: ${textOfMoment(task.dueAt.toISOString())}`,
    `Decide before: ${textOfMoment(deadlineOf(task).toISOString())}`,
    '',
    isOwning(task.point) ? owningNote[task.point] : 'Nothing is sent to the customer before somebody decides.',
  ].join('\n');
}
