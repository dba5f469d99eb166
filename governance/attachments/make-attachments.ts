import type { Attachment, AttachmentSource } from '#contracts/attachment.ts';
import type { Enquiry } from '#contracts/enquiry.ts';
import { sha256Hex } from '#platform/canonical/digest.ts';
import { enquiryText } from './enquiry-text.ts';

/** A file with its bytes, before these are sealed. */
export interface MadeAttachment {
  attachment: Attachment;
  content: Uint8Array;
}

export interface AttachmentGround {
  enquiry: Enquiry;
  /** When the run was accepted. */
  receivedAt: Date;
}

/** Makes the files that a process attaches. The same ground makes the same bytes, however often people are asked. */
export function makeAttachments(sources: readonly AttachmentSource[], ground: AttachmentGround): MadeAttachment[] {
  return sources.map(({ name }) => {
    const content = Buffer.from(enquiryText(ground.enquiry, ground), 'utf8');
    const mediaType = 'text/plain; charset=utf-8';
    return { content, attachment: { name, mediaType, size: content.length, sha256: sha256Hex(content) } };
  });
}
