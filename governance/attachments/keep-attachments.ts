import { attachmentPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { putAttachment } from '#store/attachments.ts';
import type { Write } from '#store/write-together.ts';
import type { MadeAttachment } from './make-attachments.ts';

/** Keeps files beside their run, sealed under its key. */
export function keepAttachments(seals: Seals, runId: string, made: readonly MadeAttachment[]): Promise<Write[]> {
  const keep = async ({ attachment: { sha256 }, content }: MadeAttachment): Promise<Write> => {
    const contentSealed = await seals.sealBytes(runId, content, attachmentPlace({ runId, sha256 }));
    return putAttachment({ runId, sha256, contentSealed });
  };
  return Promise.all(made.map(keep));
}
