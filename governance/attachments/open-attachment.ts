import type { Attachment } from '#contracts/attachment.ts';
import { AppError } from '#contracts/errors.ts';
import { attachmentPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { sha256Hex } from '#platform/canonical/digest.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findAttachment } from '#store/attachments.ts';

export type OpenedAttachment = { kind: 'content'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'erased' };

export type OpenAttachment = (
  tx: Transaction,
  runId: string,
  attachment: Pick<Attachment, 'name' | 'sha256'>,
) => Promise<OpenedAttachment>;

/** The bytes of a file: those that its message names by their hash. Throws where others stand in their place. */
export function createOpenAttachment({ seals }: { seals: Seals }): OpenAttachment {
  return async (tx, runId, { name, sha256 }) => {
    const row = await findAttachment(tx, { runId, sha256 });
    if (!row) throw changed(name, 'they are gone');
    const opened = await seals.openBytes(row.contentSealed, attachmentPlace({ runId, sha256 }));
    if (opened.kind === 'tombstone') return { kind: 'erased' };
    if (sha256Hex(opened.bytes) !== sha256) throw changed(name, 'others stand in their place');
    return { kind: 'content', bytes: opened.bytes };
  };
}

function changed(name: string, why: string): AppError {
  return new AppError('seal-broken', `The bytes of ${name} are not those that its message names: ${why}`);
}
