import type { Attachment } from '#contracts/attachment.ts';
import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { OpenAttachment } from '#governance/attachments/open-attachment.ts';
import type { RecordLook } from '#governance/looks/index.ts';
import { actionPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { findApproval } from '#store/approvals.ts';
import type { Reads } from './database.ts';
import { openAction } from './describe-approval.ts';
import { refusedToSee, type Sight } from './judge-sight.ts';
import { runOf } from './list-approvals.ts';

export interface ShownFile {
  attachment: Attachment;
  content: Uint8Array<ArrayBuffer>;
}

export interface FileOfTask {
  approvalId: string;
  /** Counted from 1, in the order of the task. */
  number: number;
}

export interface ShowAttachmentParts {
  reads: Reads;
  seals: Seals;
  sight: Pick<Sight, 'maySee'>;
  recordLook: RecordLook;
  openAttachment: OpenAttachment;
}

/** The bytes of a file that a task's message takes with it, for whoever may see the task. */
export function createShowAttachment(parts: ShowAttachmentParts) {
  const { reads, seals, openAttachment } = parts;

  return async (by: Person, { approvalId, number }: FileOfTask): Promise<ShownFile> => {
    const row = await findApproval(reads, approvalId);
    if (!row) throw new AppError('not-found', `There is no task ${approvalId}`);
    if (!(await parts.sight.maySee(by, runOf(row)))) throw refusedToSee(by, `task ${row.id}`);
    await parts.recordLook({ by, what: 'file', runs: [row.runId] });
    const action = await openAction(seals, row.actionSealed, actionPlace(row.id));
    if (action.kind === 'erased') throw gone(row.id);
    const attachment = action.kind === 'sendEmail' ? action.attachments?.[number - 1] : undefined;
    if (!attachment) throw new AppError('not-found', `The message of ${row.id} has no attachment ${number}`);
    const opened = await openAttachment(reads, row.runId, attachment);
    if (opened.kind === 'erased') throw gone(row.id);
    return { attachment, content: opened.bytes };
  };
}

function gone(approvalId: string): AppError {
  return new AppError('not-found', `What ${approvalId} held was erased with its subject`);
}
