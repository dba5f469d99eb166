/** Reads an answer whole; undefined once it is larger than that, and nothing more of it is read. */
export async function readWithin(
  body: AsyncIterable<Uint8Array> | null,
  bytes: number,
): Promise<Buffer<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.byteLength;
    if (size > bytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
