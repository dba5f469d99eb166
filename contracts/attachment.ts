import { z } from 'zod';
import { line } from './text.ts';

/** A file's name that is one word in any folder: no path, nothing that is not seen. */
const FileName = line(200)
  .min(1)
  .regex(/^(?!\.)[^/\\\p{Cc}\p{Cf}]+$/u, 'must be a file name, without a folder and without invisible characters');

const MediaType = line(200).regex(
  /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*(; charset=utf-8)?$/,
  'must be a media type, such as text/plain; charset=utf-8',
);

/** A file that leaves with a message. The hash is part of what is signed; the bytes are kept beside the run, once. */
export const Attachment = z
  .strictObject({
    name: FileName,
    mediaType: MediaType,
    size: z.int().min(0).max(10_000_000).meta({ description: 'In bytes.' }),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal'),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof Attachment>;

/** A file that a process wants made and attached as people are asked. */
export interface AttachmentSource {
  /** The customer's message as it came in. */
  kind: 'enquiry-received';
  name: string;
}
