import type { DecisionRequest } from '#contracts/approval.ts';
import { AppError } from '#contracts/errors.ts';
import { OutgoingMessage } from '#contracts/message.ts';
import type { TaskAction } from '#contracts/owning.ts';
import type { Person } from '#contracts/person.ts';
import type { AskedParty } from '#contracts/question.ts';
import { addressToAsk } from '#governance/questions/check-question.ts';
import type { ApprovalRow } from '#store/approvals.ts';

export interface ActionToChange {
  action: TaskAction;
  request: DecisionRequest;
  by: Person;
}

/** The message that a decision leads to, where that is not the one shown: an edited one, or a question. */
export function createChangedAction(person: (id: string) => Person | undefined) {
  return (row: ApprovalRow, { action, request, by }: ActionToChange): OutgoingMessage | undefined => {
    const { content } = request;
    if (!content) return undefined;
    checkEditable(row, content);
    const changed = OutgoingMessage.parse({ ...action, ...content });
    const to = questionTo(request);
    if (!to) return changed;
    // What is attached or paid back belongs to the answer.
    const { attachments: _files, refund: _refund, ...question } = changed;
    return to.kind === 'colleague' ? mailOfItsOwn(question, to.person) : question;

    /** A colleague is no part of the customer's thread. */
    function mailOfItsOwn({ inReplyTo: _thread, ...rest }: OutgoingMessage, id: string): OutgoingMessage {
      return { ...rest, to: addressToAsk(person(id), { id, by }), references: [] };
    }
  };
}

/** Whom a decision asks; nobody, where it is no question. */
export function questionTo({ decision, to = { kind: 'customer' } }: DecisionRequest): AskedParty | undefined {
  return decision === 'ask' ? to : undefined;
}

function checkEditable({ editable }: ApprovalRow, content: object): void {
  const refused = Object.keys(content).filter((field) => !editable.includes(field));
  if (refused.length === 0) return;
  throw new AppError('input-invalid', `This task does not let ${refused.join(' and ')} be changed`, {
    places: refused.map((field) => ({
      pointer: `/content/${field}`,
      detail: `editable here: ${editable.join(', ') || 'nothing'}`,
    })),
  });
}
