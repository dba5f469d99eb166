import type { SMTPServerDataStream } from 'smtp-server';

/** The bytes of one DATA command; a message over the size limit is read to its end but not kept. */
export async function readData(stream: SMTPServerDataStream): Promise<Buffer | 'too-large'> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (stream.sizeExceeded) chunks.length = 0;
    else chunks.push(chunk);
  }
  return stream.sizeExceeded ? 'too-large' : Buffer.concat(chunks);
}
