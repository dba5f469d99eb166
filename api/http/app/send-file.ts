import type { Response } from 'express';

/** Bytes to be saved: whatever is in them, no browser opens them as a page of ours. */
export function sendFile(response: Response, { name, content }: { name: string; content: Uint8Array }): void {
  response.attachment(name).set('Content-Type', 'application/octet-stream').send(Buffer.from(content));
}
