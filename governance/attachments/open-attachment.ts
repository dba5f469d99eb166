import type { Attachment } from '#contracts/attachment.ts';
import { AppError } from '#contracts/errors.ts';
import { attachmentPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { sha256Hex } from '#platform/canonical/digest.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findAttachment } from '#store/attachments.ts';

export type OpenAttachment = (
  tx: Transaction,
  runId: string,
  attachment: Pick<Attachment, 'name' | 'sha256'>,
) => Promise<Uint8Array<ArrayBuffer>>;

/** The bytes of a file, which are those its message names by their hash, or none. */
export function createOpenAttachment({ seals }: { seals: Seals }): OpenAttachment {
  return async (tx, runId, { name, sha256 }) => {
    const row = await findAttachment(tx, { runId, sha256 });
    if (!row) throw changed(name, 'they are gone');
    const opened = await seals.openBytes(row.contentSealed, attachmentPlace({ runId, sha256 }));
    if (opened.kind === 'tombstone') throw changed(name, 'they were erased with their subject');
    if (sha256Hex(opened.bytes) !== sha256) throw changed(name, 'others stand in their place');
    return opened.bytes;
  };
}

function changed(name: string, why: string): AppError {
  return new AppError('seal-broken', `The bytes of ${name} are not those that its message names: ${why}`);
}
